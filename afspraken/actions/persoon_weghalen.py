"""Take one person out: the others keep time, office, employee and counter; it only becomes shorter."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from afspraken.models import Afspraak, Afspraakdeel
from afspraken.queries.aanbod import aanbod_van
from afspraken.queries.bestaande_vraag import vereisten_bij
from afspraken.queries.vraag import duren_van
from afspraken.rules.berichtsoort import Berichtsoort
from afspraken.rules.bewaartermijnen import AFSTEMMING_NA_EINDE
from afspraken.rules.duur import Deel
from afspraken.rules.inkorten import Stuk, zonder_persoon
from afspraken.rules.vraag import Vraag
from locaties.actions.stappen.daad import daad
from locaties.rules.tijdvak import cellen_nodig, moment_van
from locaties.rules.weigering import Weigering
from toegankelijkheid.actions.afstemming_verplaatsen import afstemming_verplaatsen

from .stappen.afspraak import pak_afspraak, toets_wijzigbaar
from .stappen.berichten import laat_vervallen, zet_klaar
from .stappen.dagslot import dagen_van, vergrendel
from .stappen.gebeurtenis import noteer
from .stappen.plaats import Start, start_van, verlopen_vrijgeven
from .stappen.weigeringen import TijdBezet, bezet_als_weigering


class EnigePersoon(Weigering):
    """Without this person nobody would come."""

    code = "enige_persoon"
    melding = _("Er komt maar 1 persoon. Kunt u niet komen? Zeg dan de afspraak af.")  # type: ignore[assignment]


@daad
def persoon_weghalen(
    *, afspraak_id: UUID, persoon: int, nu: datetime, rol: str, gebruiker_id: int | None = None
) -> None:
    """Take this person (0-based) out; who is already out changes nothing.

    Who stays needs no other place, so there is none to refuse. Raises ``NietGevonden``, ``NietTeWijzigen``,
    ``EnigePersoon``.
    """
    afspraak = pak_afspraak(afspraak_id)
    toets_wijzigbaar(afspraak, nu=nu)
    start = start_van(afspraak.locatie.code, afspraak.begin)
    vergrendel(dagen_van(afspraak.id))
    # Read under the lock of the day: a colleague may just have taken over.
    delen = list(afspraak.delen.select_related("product").order_by("volgorde"))
    if all(deel.persoon != persoon for deel in delen):
        return
    if all(deel.persoon == persoon for deel in delen):
        raise EnigePersoon
    afspraak.einde = _kort_in(afspraak, start, delen, persoon, nu)
    _schrijf(afspraak, start, nu)
    noteer(afspraak.id, "afspraak.gewijzigd", nu=nu, rol=rol, gebruiker_id=gebruiker_id)


def _kort_in(
    afspraak: Afspraak, start: Start, delen: Sequence[Afspraakdeel], persoon: int, nu: datetime
) -> datetime:
    """Write the parts of who stays and return their end; employees, balie and what is pinned stay."""
    ingekort = partial(
        zonder_persoon,
        [_stuk(deel) for deel in delen],
        persoon,
        begin=start.cel,
        extra_cellen=cellen_nodig(vereisten_bij(afspraak).extra_minuten),
        duren=duren_van({deel.product_id for deel in delen}),
    )
    blijvers = [deel for deel in delen if deel.persoon != persoon]
    afspraak.delen.all().delete()
    try:
        with transaction.atomic():
            return _schrijf_delen(blijvers, ingekort(vrij=_vrij(start, delen, nu)), start)
    except TijdBezet:
        # Somebody whom the lock of this day does not keep out was first: the own time is there in any case.
        return _schrijf_delen(blijvers, ingekort(vrij={}), start)


def _stuk(deel: Afspraakdeel) -> Stuk:
    wat = Deel(deel.product_id, deel.persoon, deel.leeftijdsgroep, deel.minuten)
    return Stuk(wat, deel.cel, deel.cellen, (deel.inzet_id, deel.medewerker_id, deel.balie_id))


def _vrij(start: Start, delen: Sequence[Afspraakdeel], nu: datetime) -> dict[Hashable, int]:
    """Return when each employee is free together with each balie; the own parts are gone already."""
    verlopen_vrijgeven(start, nu=nu)
    (aanbod,) = aanbod_van(
        [start.kantoor],
        vraag=Vraag(delen=(), categorieen=frozenset(deel.product.categorie for deel in delen)),
        van=start.datum,
        tot=start.datum + timedelta(days=1),
        nu=nu,
        aanloop_minuten=0,
    )
    return {
        (werker.inzet_id, werker.medewerker_id, plek.balie_id): werker.vrij & plek.vrij & dag.open
        for dag in aanbod.dagen
        for werker in dag.werkers
        for plek in dag.plekken
    }


def _schrijf_delen(rijen: Sequence[Afspraakdeel], stukken: Sequence[Stuk], start: Start) -> datetime:
    zone = start.kantoor.zone
    for volgorde, (rij, stuk) in enumerate(zip(rijen, stukken, strict=True)):
        rij.pk, rij.volgorde, rij.minuten = None, volgorde, stuk.deel.minuten
        rij.cel, rij.cellen = stuk.cel, stuk.cellen
        rij.begin = moment_van(start.datum, stuk.cel, zone)
        rij.einde = moment_van(start.datum, stuk.einde, zone)
    with bezet_als_weigering():
        Afspraakdeel.objects.bulk_create(rijen)
    return rijen[-1].einde


def _schrijf(afspraak: Afspraak, start: Start, nu: datetime) -> None:
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
    zet_klaar(afspraak, Berichtsoort.GEWIJZIGD, nu=nu, herinner_in=afspraak.locatie.zone)
