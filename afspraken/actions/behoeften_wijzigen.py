"""Choose again what we arrange: the same time if it fits, and nothing is kept without consent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from afspraken.models import Afspraak
from afspraken.rules.bewaartermijnen import AFSTEMMING_NA_EINDE, TOESTEMMINGSTEKST
from locaties.actions.stappen.daad import daad
from locaties.rules.weigering import Weigering
from toegankelijkheid.actions.afstemming_vastleggen import afstemming_vastleggen
from toegankelijkheid.queries.behoeften import vereisten_van
from toegankelijkheid.queries.lopende_bestellingen import lopende_bestellingen
from toegankelijkheid.rules.vereisten import Vereisten

from .stappen.afspraak import pak_afspraak, toets_wijzigbaar
from .stappen.afspraakafstemming import vergeet_in_bezoek, wis_afstemming
from .stappen.gebeurtenis import noteer
from .stappen.herplaatsen import herplaats, meld_ander_einde
from .stappen.knelpunt import vergeet_bestelknelpunten
from .stappen.weigeringen import TijdBezet, TijdNietMogelijk


class PastNietOpDezeTijd(Weigering):
    """What is asked now needs another place or more time than there is."""

    code = "past_niet_op_deze_tijd"
    melding = "Wat u nu kiest, past niet op deze tijd. Bel ons. Dan zoeken wij samen een tijd die wel kan."


@daad
def behoeften_wijzigen(
    *,
    afspraak_id: UUID,
    behoeften: Sequence[str],
    toestemming: bool,
    nu: datetime,
    rol: str,
    gebruiker_id: int | None = None,
) -> None:
    """Replace what was agreed; no needs or no consent wipes it. The appointment keeps office and start.

    Raises ``NietGevonden``, ``NietTeWijzigen``, ``OnbekendeBehoefte``, ``PastNietOpDezeTijd``; then nothing
    has changed.
    """
    afspraak = pak_afspraak(afspraak_id)
    toets_wijzigbaar(afspraak, nu=nu)
    gekozen = tuple(behoeften) if toestemming else ()
    oud_einde = afspraak.einde
    try:
        herplaats(afspraak, _te_plaatsen(afspraak, gekozen), nu=nu)
    except (TijdBezet, TijdNietMogelijk) as fout:
        raise PastNietOpDezeTijd from fout
    vergeet_bestelknelpunten([afspraak.id])
    afspraak.afstemming_id = _leg_vast(afspraak, gekozen, rol=rol, nu=nu)
    afspraak.gewijzigd_op = nu
    afspraak.save()
    meld_ander_einde(afspraak, oud_einde, nu=nu)
    noteer(afspraak.id, "afspraak.gewijzigd", nu=nu, rol=rol, gebruiker_id=gebruiker_id)


def _te_plaatsen(afspraak: Afspraak, gekozen: Sequence[str]) -> Vereisten:
    """What the place must offer; what was ordered before needs no time to order any more."""
    vereisten = vereisten_van(codes=gekozen, eigen_tolk=afspraak.begeleiding == "eigen_tolk")
    besteld = lopende_bestellingen(afstemming_id=afspraak.afstemming_id)
    return replace(vereisten, bestellingen=tuple(e for e in vereisten.bestellingen if e.wat not in besteld))


def _leg_vast(afspraak: Afspraak, gekozen: Sequence[str], *, rol: str, nu: datetime) -> UUID | None:
    if gekozen:
        if afspraak.afstemming_id:
            vergeet_in_bezoek(afspraak.afstemming_id)
        return afstemming_vastleggen(
            behoeften=gekozen,
            eigen_tolk=afspraak.begeleiding == "eigen_tolk",
            tekstversie=TOESTEMMINGSTEKST,
            wijze="online" if rol == "burger" else "mondeling",
            locatie_id=afspraak.locatie_id,
            afspraakdatum=afspraak.begin.astimezone(afspraak.locatie.zone).date(),
            wissen_na=afspraak.einde + AFSTEMMING_NA_EINDE,
            nu=nu,
            vervangt=afspraak.afstemming_id,
        )
    if afspraak.afstemming_id:
        wis_afstemming(afspraak.afstemming_id, nu=nu)
    return None
