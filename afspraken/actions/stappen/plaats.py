"""Take and release a place: decide on fresh data under the lock, then write the parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from afspraken.models import Afspraak, Afspraakdeel
from afspraken.queries.aanbod import Aanbod, Kantoor, aanbod_van, kantoren
from afspraken.queries.dagblokken import dagblokken
from afspraken.queries.dagstarts import dagvraag
from afspraken.rules.herschikking import Herschikking
from afspraken.rules.plaatsing import Keuze
from afspraken.rules.status import TIJDELIJK
from afspraken.rules.vraag import Vraag
from locaties.rules.tijdvak import CEL_MINUTEN, moment_van
from locaties.rules.weigering import NietGevonden

from .rijen import voeg_toe
from .verlopen import laat_verlopen
from .weigeringen import TijdBezet, TijdNietMogelijk, bezet_als_weigering
from .wissel import meld_wissels, schrijf_wissels

WIE = ("persoon", "product_id", "medewerker_id")
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


def lees_dag(
    start: Start, vraag: Vraag, *, nu: datetime, zonder_aanloop: bool, zonder_afspraak: UUID | None
) -> Aanbod:
    """Read the day of this start as the database has it now. Only under the day's lock."""
    if not frozenset(vraag.product_ids) <= start.kantoor.producten:
        raise TijdNietMogelijk("Dit kunt u niet op dit kantoor regelen. Kies een ander kantoor.")
    return aanbod_van(
        [start.kantoor],
        vraag=vraag,
        van=start.datum,
        tot=date.fromordinal(start.datum.toordinal() + 1),
        nu=nu,
        aanloop_minuten=0 if zonder_aanloop else vraag.aanloop_minuten,
        zonder_afspraak=zonder_afspraak,
    )[0]


def kies_plaats(
    start: Start, vraag: Vraag, aanbod: Aanbod, *, nu: datetime, zonder_afspraak: UUID | None
) -> Herschikking:
    """Choose who and where on that day, and who makes room."""
    for dag in aanbod.dagen:
        blokken = partial(
            dagblokken,
            locatie_id=start.kantoor.id,
            datum=dag.datum,
            nu=nu,
            zonder_afspraak=zonder_afspraak,
        )
        past = dagvraag(dag, vraag, start.kantoor, nu)
        gevonden = past.op(start.cel, blokken)
        if not gevonden and _stond_hier(zonder_afspraak, start):
            gevonden = past.onbeschermd().op(start.cel, blokken)
        if gevonden:
            return gevonden
        if past.nodig is not None and dag.open >> start.cel & 1:  # None: nobody could have had this day
            raise TijdBezet
    raise TijdNietMogelijk


def _stond_hier(afspraak_id: UUID | None, start: Start) -> bool:
    """Whether it has this time already: what is kept for others was never theirs."""
    eigen = {"locatie_id": start.kantoor.id, "begin": start.begin, "is_actief": True}
    return afspraak_id is not None and Afspraakdeel.objects.filter(afspraak_id=afspraak_id, **eigen).exists()


def neem_plaats(
    afspraak: Afspraak,
    start: Start,
    vraag: Vraag,
    *,
    nu: datetime,
    zonder_aanloop: bool = False,
    is_nieuw: bool = False,
) -> None:
    """Give the appointment a place at this start and write its parts; the old parts are replaced.

    Others may get another employee or balie for it, at their own time. Raises ``TijdBezet`` or
    ``TijdNietMogelijk``. The caller saves the appointment itself first; ``is_nieuw``: it has no parts yet.
    """
    eigen = None if is_nieuw else afspraak.pk
    aanbod = lees_dag(start, vraag, nu=nu, zonder_aanloop=zonder_aanloop, zonder_afspraak=eigen)
    gevonden = kies_plaats(start, vraag, aanbod, nu=nu, zonder_afspraak=eigen)
    nieuw = _delen(afspraak, start, vraag, gevonden.keuze)
    oud = [] if is_nieuw else list(afspraak.delen.order_by().values_list("vastgezet", *WIE))
    if oud:
        _houd_vastgezet(afspraak, start, nieuw, oud)
        afspraak.delen.all().delete()
    if aanbod.is_over:
        verlopen_vrijgeven(start, nu=nu)
    schrijf_wissels(gevonden.wissels)
    with bezet_als_weigering():
        voeg_toe(nieuw)
    meld_wissels(gevonden.wissels, nu=nu)


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


def _houd_vastgezet(
    afspraak: Afspraak, start: Start, nieuw: list[Afspraakdeel], oud: list[tuple[Any, ...]]
) -> None:
    """What was pinned stays pinned while the start and who serves it stay; another time promises nothing."""
    if (afspraak.begin, afspraak.locatie_id) != (start.begin, start.kantoor.id):
        return
    for deel in nieuw:
        deel.vastgezet = (True, *(getattr(deel, veld) for veld in WIE)) in oud
