"""Take one person out: the others keep time, office, employee and counter; it only becomes shorter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from afspraken.models import Afspraak, Afspraakdeel
from afspraken.queries.bestaande_vraag import vereisten_bij
from afspraken.queries.vraag import vraag_voor
from afspraken.rules.aanvraag import Gevraagd
from afspraken.rules.berichtsoort import Berichtsoort
from afspraken.rules.bewaartermijnen import AFSTEMMING_NA_EINDE
from afspraken.rules.vraag import Vraag
from locaties.rules.tijdvak import moment_van
from locaties.rules.weigering import Weigering
from toegankelijkheid.actions.afstemming_verplaatsen import afstemming_verplaatsen

from .stappen.afspraak import pak_afspraak, toets_wijzigbaar
from .stappen.berichten import laat_vervallen, zet_herinnering_klaar, zet_klaar
from .stappen.dagslot import vergrendel
from .stappen.gebeurtenis import noteer
from .stappen.plaats import Start, einde_van, neem_plaats, start_van
from .stappen.weigeringen import bezet_als_weigering


class EnigePersoon(Weigering):
    """Without this person nobody would come."""

    code = "enige_persoon"
    melding = _("Er komt maar 1 persoon. Kunt u niet komen? Zeg dan de afspraak af.")  # type: ignore[assignment]


def persoon_weghalen(
    *, afspraak_id: UUID, persoon: int, nu: datetime, rol: str, gebruiker_id: int | None = None
) -> None:
    """Take this person (0-based) out; who is already out changes nothing.

    Raises ``NietGevonden``, ``NietTeWijzigen``, ``EnigePersoon``, ``TijdBezet`` (what is left became longer).
    """
    with transaction.atomic(durable=True):
        afspraak = pak_afspraak(afspraak_id)
        toets_wijzigbaar(afspraak, nu=nu)
        start = start_van(afspraak.locatie.code, afspraak.begin)
        vergrendel(afspraak.delen.values_list("locatie_id", "datum"))
        # Read under the lock of the day: a colleague may just have taken over.
        delen = list(afspraak.delen.select_related("product").order_by("volgorde"))
        blijvers = [deel for deel in delen if deel.persoon != persoon]
        if len(blijvers) == len(delen):
            return
        if not blijvers:
            raise EnigePersoon
        vraag = _vraag_zonder(afspraak, blijvers)
        _herschik(afspraak, start, vraag, delen, blijvers, nu)
        _schrijf(afspraak, start, vraag, nu)
        noteer(afspraak.id, "persoon.weggehaald", nu=nu, rol=rol, gebruiker_id=gebruiker_id)


def _vraag_zonder(afspraak: Afspraak, blijvers: Sequence[Afspraakdeel]) -> Vraag:
    """Count the minutes anew (the longest group in full); everybody keeps the own number."""
    groepen: dict[str, list[str]] = {}
    for deel in blijvers:
        groepen.setdefault(deel.product.code, []).append(deel.leeftijdsgroep)
    vraag = vraag_voor(tuple(Gevraagd(code, tuple(rij)) for code, rij in groepen.items()))
    delen = tuple(
        replace(nieuw, persoon=deel.persoon) for nieuw, deel in zip(vraag.delen, blijvers, strict=True)
    )
    return replace(vraag, delen=delen, vereisten=vereisten_bij(afspraak))


def _herschik(
    afspraak: Afspraak,
    start: Start,
    vraag: Vraag,
    delen: Sequence[Afspraakdeel],
    blijvers: Sequence[Afspraakdeel],
    nu: datetime,
) -> None:
    """One employee at one counter: nothing to search, the rest closes up. Two employees: place it anew."""
    if len({(deel.medewerker_id, deel.balie_id) for deel in delen}) > 1:
        neem_plaats(afspraak, start, vraag, nu=nu, zonder_aanloop=True)
        return
    afspraak.delen.all().delete()
    with bezet_als_weigering():  # a product that takes longer by now may need more than there is
        Afspraakdeel.objects.bulk_create(_aangesloten(start, vraag, blijvers))


def _aangesloten(start: Start, vraag: Vraag, blijvers: Sequence[Afspraakdeel]) -> list[Afspraakdeel]:
    rijen, cel, zone = [], start.cel, start.kantoor.zone
    for plek, (rij, deel, cellen) in enumerate(
        zip(blijvers, vraag.delen, vraag.cellen_per_deel(), strict=True)
    ):
        rij.pk, rij.volgorde, rij.minuten, rij.cel, rij.cellen = None, plek, deel.minuten, cel, cellen
        rij.begin, rij.einde = (
            moment_van(start.datum, cel, zone),
            moment_van(start.datum, cel + cellen, zone),
        )
        rijen.append(rij)
        cel += cellen
    return rijen


def _schrijf(afspraak: Afspraak, start: Start, vraag: Vraag, nu: datetime) -> None:
    afspraak.einde = einde_van(start, vraag)
    afspraak.volgnummer += 1
    afspraak.gewijzigd_op = nu
    afspraak.save()
    if afspraak.afstemming_id:
        afstemming_verplaatsen(
            afstemming_id=afspraak.afstemming_id,
            locatie_id=afspraak.locatie_id,
            afspraakdatum=start.datum,
            wissen_na=afspraak.einde + AFSTEMMING_NA_EINDE,
            nu=nu,
            zelfde_begin=True,
        )
    laat_vervallen(afspraak)
    zet_klaar(afspraak, Berichtsoort.GEWIJZIGD, nu=nu)
    zet_herinnering_klaar(afspraak, nu=nu)
