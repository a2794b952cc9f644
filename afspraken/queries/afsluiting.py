"""What stands open at closing time: visits without an end, and appointments nobody came for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from afspraken.models import Afspraak, Bezoek, Werkplek
from afspraken.rules.bezoekstatus import AAN_EEN_BALIE, OPEN, eindes_van
from afspraken.rules.dagrand import dag_op
from afspraken.rules.dagseconde import dagseconde, wandtijd
from locaties.models import Locatie

from .eigen_kantoor import eigen_kantoor
from .kantooruren import kantooruren

GEMIST_TERUG = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class OpenBezoek:
    """A visit that has not ended. ``eindes``: the states in which it can end now; ``balie``: where it is."""

    bezoek_id: UUID
    nummer: str
    staat: str
    staat_tekst: str
    producten: tuple[str, ...]
    balie: int | None
    eindes: frozenset[str]


@dataclass(frozen=True, slots=True)
class NietGekomen:
    """An appointment whose time has passed and for which nobody was checked in. ``tijd``: wall time."""

    tijd: str
    naam: str
    code: str


@dataclass(frozen=True, slots=True)
class Afsluiting:
    """One day of an office: the oldest that is not closed (``oudste_open_dag``), else today.

    ``sluit_om``: wall time, "" without hours. ``is_klaar``: nothing is left to close.
    """

    kantoor: str
    kantoor_code: str
    locatie_id: int
    datum: date
    is_vandaag: bool
    sluit_om: str
    is_dicht: bool
    bezoeken: tuple[OpenBezoek, ...]
    niet_gekomen: tuple[NietGekomen, ...]
    is_klaar: bool


def afsluiting(*, kantoor: str, locatie_ids: frozenset[int] | None, nu: datetime) -> Afsluiting:
    """Return it; ``NietGevonden`` elsewhere. At most twelve statements, however long the day was."""
    locatie = eigen_kantoor(kantoor=kantoor, locatie_ids=locatie_ids)
    vandaag = nu.astimezone(locatie.zone).date()
    datum = oudste_open_dag(locatie_id=locatie.pk, plaatselijk=nu.astimezone(locatie.zone)) or vandaag
    sluit = kantooruren(locatie=locatie, nu=nu).tot if datum == vandaag else None
    bezoeken = Bezoek.objects.filter(locatie=locatie, datum=datum, status__in=OPEN)
    rijen = list(
        bezoeken.select_related("balie").prefetch_related("delen__product").order_by("letter", "nummer")
    )
    afspraken = _niet_gekomen(locatie, datum, nu)
    zit = te_sluiten_werkplekken(locatie, datum)
    return Afsluiting(
        kantoor=locatie.naam,
        kantoor_code=locatie.code,
        locatie_id=locatie.pk,
        datum=datum,
        is_vandaag=datum == vandaag,
        sluit_om=wandtijd(dagseconde(sluit, locatie.zone)) if sluit else "",
        is_dicht=sluit is None or nu >= sluit,
        bezoeken=tuple(_open_bezoek(bezoek) for bezoek in rijen),
        niet_gekomen=tuple(_regel(afspraak, locatie) for afspraak in afspraken),
        is_klaar=not rijen
        and not zit.exists()
        and all(a.status == Afspraak.Status.NIET_VERSCHENEN for a in afspraken),
    )


def oudste_open_dag(*, locatie_id: int, plaatselijk: datetime) -> date | None:
    """Return the oldest day with an open visit, today included, or before today with who did not come.

    ``plaatselijk``: now, on the wall clock of the office. Of who did not come only the last week counts: an
    office that never closed a day does not get them all. Two statements.
    """
    open_ = Bezoek.objects.filter(locatie_id=locatie_id, status__in=OPEN).order_by("datum")
    vandaag = plaatselijk.replace(hour=0, minute=0, second=0, microsecond=0)
    gemist = Afspraak.objects.filter(
        locatie_id=locatie_id,
        status=Afspraak.Status.BEVESTIGD,
        begin__gte=vandaag - GEMIST_TERUG,
        begin__lt=vandaag,
    )
    begin = gemist.order_by("begin").values_list("begin", flat=True).first()
    dag_van_gemist = begin.astimezone(plaatselijk.tzinfo).date() if begin else None
    dagen = (open_.values_list("datum", flat=True).first(), dag_van_gemist)
    return min((dag for dag in dagen if dag), default=None)


def eerder_open_dag(*, locatie_id: int, plaatselijk: datetime) -> date | None:
    """Return the oldest day before today that nobody closed."""
    dag = oudste_open_dag(locatie_id=locatie_id, plaatselijk=plaatselijk)
    return dag if dag and dag < plaatselijk.date() else None


def te_sluiten_werkplekken(locatie: Locatie, datum: date) -> QuerySet[Werkplek]:
    """Return those of that day or before: what was begun since is of another day, and so is who helps now."""
    later = Bezoek.objects.filter(locatie=locatie, datum__gt=datum, status__in=AAN_EEN_BALIE)
    rijen = Werkplek.objects.filter(locatie=locatie, einde=None, begin__lt=dag_op(datum, locatie.zone)[1])
    return rijen.exclude(balie_id__in=later.values("balie_id"))


def _niet_gekomen(locatie: Locatie, datum: date, nu: datetime) -> list[Afspraak]:
    van, tot = dag_op(datum, locatie.zone)
    rijen = Afspraak.objects.filter(
        locatie=locatie,
        status__in=(Afspraak.Status.BEVESTIGD, Afspraak.Status.NIET_VERSCHENEN),
        begin__gte=van,
        begin__lt=min(tot, nu),
    )
    return list(rijen.prefetch_related("contacten").order_by("begin", "code"))


def _open_bezoek(bezoek: Bezoek) -> OpenBezoek:
    return OpenBezoek(
        bezoek_id=bezoek.id,
        nummer=str(bezoek),
        staat=bezoek.status,
        staat_tekst=bezoek.get_status_display(),
        producten=tuple(dict.fromkeys(deel.product.naam for deel in bezoek.delen.all())),
        balie=bezoek.balie.nummer if bezoek.balie else None,
        eindes=eindes_van(bezoek.status),
    )


def _regel(afspraak: Afspraak, locatie: Locatie) -> NietGekomen:
    contact = next(iter(afspraak.contacten.all()), None)
    tijd = wandtijd(dagseconde(afspraak.begin, locatie.zone))
    return NietGekomen(tijd, contact.achternaam if contact else "", afspraak.code)
