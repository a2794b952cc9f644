"""Take and release a place: decide on fresh data under the lock, then write the parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from afspraken.models import Afspraak, Afspraakdeel
from afspraken.queries.aanbod import Kantoor, aanbod_van, kantoren
from afspraken.queries.vrije_tijden import starts_op
from afspraken.rules.plaatsing import Keuze, kies
from afspraken.rules.status import TIJDELIJK
from afspraken.rules.vraag import Vraag
from locaties.rules.tijdvak import CEL_MINUTEN, moment_van
from locaties.rules.weigering import NietGevonden
from locaties.rules.werkdagen import is_werkdag
from toegankelijkheid.rules.vereisten import balie_op

from .verlopen import laat_verlopen
from .weigeringen import TijdBezet, TijdNietMogelijk, bezet_als_weigering

EERSTE_JAAR, LAATSTE_JAAR = 2000, 2200


@dataclass(frozen=True, slots=True)
class Start:
    """A start on the grid of one office: local date and cell."""

    kantoor: Kantoor
    datum: date
    cel: int

    @property
    def sleutel(self) -> tuple[int, date]:
        """Key of the lock."""
        return self.kantoor.id, self.datum

    @property
    def begin(self) -> datetime:
        """The same start as a moment (aware UTC)."""
        return moment_van(self.datum, self.cel, self.kantoor.zone)


def start_van(locatie: str, begin: datetime) -> Start:
    """Read office and moment; raises ``TijdNietMogelijk`` off the grid, ``NietGevonden`` without office."""
    if not EERSTE_JAAR <= begin.year < LAATSTE_JAAR:  # the calendar itself ends at 9999
        raise TijdNietMogelijk
    gevonden = kantoren([locatie])
    if not gevonden:
        raise NietGevonden("Dit kantoor kennen wij niet. Kies een ander kantoor.")
    lokaal = begin.astimezone(gevonden[0].zone)
    if lokaal.minute % CEL_MINUTEN or lokaal.second or lokaal.microsecond:
        raise TijdNietMogelijk
    return Start(gevonden[0], lokaal.date(), (lokaal.hour * 60 + lokaal.minute) // CEL_MINUTEN)


def kies_plaats(
    start: Start, vraag: Vraag, *, nu: datetime, zonder_aanloop: bool, zonder_afspraak: UUID | None
) -> Keuze:
    """Choose who and where, on what the database says now. Only under the lock of that day."""
    if not frozenset(vraag.product_ids) <= start.kantoor.producten:
        raise TijdNietMogelijk("Dit kunt u niet op dit kantoor regelen. Kies een ander kantoor.")
    aanbod = aanbod_van(
        [start.kantoor],
        vraag=vraag,
        van=start.datum,
        tot=date.fromordinal(start.datum.toordinal() + 1),
        nu=nu,
        aanloop_minuten=0 if zonder_aanloop else vraag.aanloop_minuten,
        zonder_afspraak=zonder_afspraak,
    )[0]
    for dag in aanbod.dagen:
        alle, _ = starts_op(dag, vraag, start.kantoor, nu)
        if alle >> start.cel & 1:
            keuze = kies(dag, vraag, _balie_nodig(start, vraag, nu), start.cel)
            if keuze:
                return keuze
        if dag.open >> start.cel & 1:
            raise TijdBezet
    raise TijdNietMogelijk


def neem_plaats(
    afspraak: Afspraak,
    start: Start,
    vraag: Vraag,
    *,
    nu: datetime,
    zonder_aanloop: bool = False,
) -> None:
    """Give the appointment a place at this start and write its parts; the old parts are replaced.

    Raises ``TijdBezet`` or ``TijdNietMogelijk``. The caller saves the appointment itself first.
    """
    keuze = kies_plaats(start, vraag, nu=nu, zonder_aanloop=zonder_aanloop, zonder_afspraak=afspraak.pk)
    afspraak.delen.all().delete()
    verlopen_vrijgeven(start, nu=nu)
    with bezet_als_weigering():
        Afspraakdeel.objects.bulk_create(_delen(afspraak, start, vraag, keuze))


def verlopen_vrijgeven(start: Start, *, nu: datetime) -> None:
    """Let go of what was held too long that day, so that the guards see it too."""
    delen = Afspraakdeel.objects.filter(locatie_id=start.kantoor.id, datum=start.datum)
    te_laat = Afspraak.objects.filter(status__in=TIJDELIJK, vastgehouden_tot__lte=nu)
    laat_verlopen(te_laat.filter(id__in=delen.values("afspraak_id")), nu=nu)


def einde_van(start: Start, vraag: Vraag) -> datetime:
    """Moment at which the appointment is over."""
    return moment_van(start.datum, start.cel + vraag.cellen, start.kantoor.zone)


def _delen(afspraak: Afspraak, start: Start, vraag: Vraag, keuze: Keuze) -> list[Afspraakdeel]:
    rijen, cel = [], start.cel
    for i, (deel, cellen) in enumerate(zip(vraag.delen, vraag.cellen_per_deel(), strict=True)):
        rijen.append(
            Afspraakdeel(
                afspraak=afspraak,
                volgorde=i,
                product_id=deel.product_id,
                persoon=deel.persoon,
                leeftijdsgroep=deel.groep,
                minuten=deel.minuten,
                inzet_id=keuze.werkers[i].inzet_id,
                medewerker_id=keuze.werkers[i].medewerker_id,
                balie_id=keuze.balie_id,
                locatie_id=start.kantoor.id,
                datum=start.datum,
                cel=cel,
                cellen=cellen,
                begin=moment_van(start.datum, cel, start.kantoor.zone),
                einde=moment_van(start.datum, cel + cellen, start.kantoor.zone),
            )
        )
        cel += cellen
    return rijen


def _balie_nodig(start: Start, vraag: Vraag, nu: datetime) -> frozenset[str]:
    vandaag = nu.astimezone(start.kantoor.zone).date()
    nodig = balie_op(vraag.vereisten, datum=start.datum, vandaag=vandaag, is_werkdag=is_werkdag)
    return nodig or frozenset()
