"""Another time, the same code: the new place is sure before the old one is let go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from afspraken.models import Afspraak
from afspraken.queries.bestaande_vraag import bestaande_vraag
from afspraken.rules.berichtsoort import Berichtsoort
from afspraken.rules.bewaartermijnen import AFSTEMMING_NA_EINDE
from locaties.actions.stappen.daad import daad
from toegankelijkheid.actions.afstemming_verplaatsen import afstemming_verplaatsen

from .stappen.afspraak import pak_afspraak, toets_wijzigbaar
from .stappen.berichten import laat_vervallen, zet_klaar
from .stappen.dagslot import dagen_van, vergrendel
from .stappen.gebeurtenis import noteer
from .stappen.plaats import Start, einde_van, neem_plaats, start_van


@dataclass(frozen=True, slots=True)
class Verzet:
    """The appointment at its new moment (aware UTC)."""

    afspraak_id: UUID
    begin: datetime
    volgnummer: int


@daad
def afspraak_verzetten(
    *,
    afspraak_id: UUID,
    begin: datetime,
    nu: datetime,
    rol: str,
    locatie: str | None = None,
    gebruiker_id: int | None = None,
    zonder_aanloop: bool = False,
) -> Verzet:
    """Move to ``begin``, at another office (code) if given; everything or nothing, in one transaction.

    Raises ``NietGevonden``, ``NietTeWijzigen``, ``TijdBezet``, ``TijdNietMogelijk``; then nothing
    has changed. Moving to where it already stands changes nothing and sends nothing.
    """
    afspraak = pak_afspraak(afspraak_id)
    toets_wijzigbaar(afspraak, nu=nu)
    start = start_van(locatie or afspraak.locatie.code, begin)
    if (afspraak.begin, afspraak.locatie_id) == (begin, start.kantoor.id):
        return Verzet(afspraak.id, afspraak.begin, afspraak.volgnummer)
    vraag = bestaande_vraag(afspraak)
    vergrendel([start.sleutel, *dagen_van(afspraak.id)])
    neem_plaats(afspraak, start, vraag, nu=nu, zonder_aanloop=zonder_aanloop)
    _schrijf(afspraak, start, begin, einde_van(start, vraag), nu)
    noteer(afspraak.id, "afspraak.gewijzigd", nu=nu, rol=rol, gebruiker_id=gebruiker_id)
    return Verzet(afspraak.id, afspraak.begin, afspraak.volgnummer)


def _schrijf(afspraak: Afspraak, start: Start, begin: datetime, einde: datetime, nu: datetime) -> None:
    afspraak.begin, afspraak.einde, afspraak.locatie_id = begin, einde, start.kantoor.id
    afspraak.volgnummer += 1
    afspraak.gewijzigd_op = nu
    afspraak.save()
    afspraak.refresh_from_db(fields=["locatie"])
    if afspraak.afstemming_id:
        afstemming_verplaatsen(
            afstemming_id=afspraak.afstemming_id,
            locatie_id=start.kantoor.id,
            afspraakdatum=start.datum,
            wissen_na=einde + AFSTEMMING_NA_EINDE,
            nu=nu,
        )
    afspraak.knelpunten.filter(opgelost_op__isnull=True).update(opgelost_op=nu, oplossing="verzet")
    laat_vervallen(afspraak)
    zet_klaar(afspraak, Berichtsoort.GEWIJZIGD, nu=nu, herinner_in=afspraak.locatie.zone)
