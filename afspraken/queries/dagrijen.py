"""Rows of office-days: shifts with breaks and broken balies, and what is taken or held; two statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import CharField, DateField, DateTimeField, Q, QuerySet, Value

from afspraken.models import Afspraakdeel
from afspraken.rules.status import TIJDELIJK
from locaties.models import Balieuitval, Inzet, Pauze

from .kantoorfeiten import VOOR_AFSPRAAK
from .vaste_vraag import vaste_vraag

Dagsleutel = tuple[int, date]
Periode = tuple[datetime, datetime]
_INZET, _PAUZE, _UITVAL = range(3)


@dataclass(frozen=True, slots=True)
class Dienst:
    """A shift, until ``vrijgave_op`` for appointments, without its breaks."""

    inzet_id: int
    medewerker_id: int
    begin: datetime
    einde: datetime
    vrijgave_op: datetime | None


@dataclass(frozen=True, slots=True)
class Uitval:
    """A balie, or one provision (its code) of it, that does not work; no end = for now."""

    balie_id: int
    voorziening: str | None
    begin: datetime
    einde: datetime | None


@dataclass(frozen=True, slots=True)
class Vastgehouden:
    """Cells (mask) of an employee and a balie that are taken until a moment."""

    tot: datetime
    medewerker_id: int | None
    balie_id: int | None
    cellen: int


@dataclass(frozen=True, slots=True)
class Dagrijen:
    """Shifts of one day, and the breaks of each."""

    diensten: list[Dienst] = field(default_factory=list)
    pauzes: dict[int, list[Periode]] = field(default_factory=lambda: defaultdict(list))


@dataclass(frozen=True, slots=True)
class Bezet:
    """Cells (mask) taken for good, per employee and per balie, and what is only held."""

    wie: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    waar: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    vastgehouden: list[Vastgehouden] = field(default_factory=list)


def lees_rooster(
    dagen: Collection[Dagsleutel],
) -> tuple[dict[Dagsleutel, Dagrijen], dict[int, list[Uitval]]]:
    """Return the rows of each day, and what is broken per office; one statement."""
    rijen = {sleutel: Dagrijen() for sleutel in dagen}
    uitval: dict[int, list[Uitval]] = defaultdict(list)
    for soort, locatie, datum, pk, medewerker, begin, einde, vrijgave, code in _roosterrijen(dagen):
        dag = rijen.get((locatie, datum))
        if soort == _UITVAL:
            uitval[locatie].append(Uitval(pk, code, begin, einde))
        elif dag is not None and soort == _INZET:
            dag.diensten.append(Dienst(pk, medewerker, begin, einde, vrijgave))
        elif dag is not None:
            dag.pauzes[pk].append((begin, einde))
    for dag in rijen.values():
        dag.diensten.sort(key=lambda dienst: dienst.inzet_id)
    return rijen, uitval


def lees_bezet(
    dagen: Collection[Dagsleutel], *, zonder_afspraak: UUID | None = None
) -> dict[Dagsleutel, Bezet]:
    """Return what is taken on these days, but for what this appointment takes itself; one statement."""
    uit = {sleutel: Bezet() for sleutel in dagen}
    rijen = _bezetrijen(dagen, zonder_afspraak)
    houdt_tot = {pk: tot for pk, *_, tot in rijen if tot is not None}
    for pk, locatie, datum, medewerker, balie, cel, cellen, tot in rijen:
        dag = uit.get((locatie, datum))
        if dag is None or tot is not None:  # what is held stands among the others as well
            continue
        tijd = ((1 << cellen) - 1) << cel
        if pk in houdt_tot:
            dag.vastgehouden.append(Vastgehouden(houdt_tot[pk], medewerker, balie, tijd))
            continue
        if medewerker:
            dag.wie[medewerker] |= tijd
        if balie:
            dag.waar[balie] |= tijd
    return uit


def _roosterrijen(dagen: Collection[Dagsleutel]) -> list[Any]:
    locaties, datums = _apart(dagen)
    # What is broken on any of these days, whatever the time zone.
    grens = middernacht(datums[0] - timedelta(days=1)), middernacht(datums[-1] + timedelta(days=2))
    if _is_reeks(datums):
        return _rooster_in_reeks(locaties, datums[0], datums[-1], *grens)
    return _rooster_los(locaties, datums, *grens)


def _bezetrijen(dagen: Collection[Dagsleutel], zonder_afspraak: UUID | None) -> list[Any]:
    locaties, datums = _apart(dagen)
    if zonder_afspraak is not None:
        return _bezet_zonder(locaties, datums[0], datums[-1], zonder_afspraak)
    if _is_reeks(datums):
        return _bezet_in_reeks(locaties, datums[0], datums[-1])
    return _bezet_los(locaties, datums)


def _apart(dagen: Iterable[Dagsleutel]) -> tuple[tuple[int, ...], tuple[date, ...]]:
    return tuple(sorted({pk for pk, _ in dagen})), tuple(sorted({datum for _, datum in dagen}))


def _is_reeks(datums: tuple[date, ...]) -> bool:
    """A stretch of dates is asked as a range, a few loose ones by name."""
    return len(datums) * 2 > (datums[-1] - datums[0]).days


@vaste_vraag
def _rooster_in_reeks(
    locaties: tuple[int, ...], van: date, tot_en_met: date, na: datetime, voor: datetime
) -> QuerySet[Any, Any]:
    return _rooster(locaties, {"datum__range": (van, tot_en_met)}, na, voor)


@vaste_vraag
def _rooster_los(
    locaties: tuple[int, ...], datums: tuple[date, ...], na: datetime, voor: datetime
) -> QuerySet[Any, Any]:
    return _rooster(locaties, {"datum__in": datums}, na, voor)


@vaste_vraag
def _bezet_in_reeks(locaties: tuple[int, ...], van: date, tot_en_met: date) -> QuerySet[Any, Any]:
    return _bezet(Afspraakdeel.objects.filter(locatie__id__in=locaties, datum__range=(van, tot_en_met)))


@vaste_vraag
def _bezet_los(locaties: tuple[int, ...], datums: tuple[date, ...]) -> QuerySet[Any, Any]:
    return _bezet(Afspraakdeel.objects.filter(locatie__id__in=locaties, datum__in=datums))


@vaste_vraag
def _bezet_zonder(
    locaties: tuple[int, ...], van: date, tot_en_met: date, afspraak_id: UUID
) -> QuerySet[Any, Any]:
    delen = Afspraakdeel.objects.filter(locatie__id__in=locaties, datum__range=(van, tot_en_met))
    return _bezet(delen.exclude(afspraak_id=afspraak_id))


def _bezet(delen: QuerySet[Afspraakdeel]) -> QuerySet[Any, Any]:
    """(part, office, date, employee, balie, cell, cells, None), and those that are held until a moment."""
    velden = ("id", "locatie_id", "datum", "medewerker_id", "balie_id", "cel", "cellen")
    actief = delen.filter(is_actief=True).order_by()
    houdt = _vastgehouden(actief).values_list(*velden, "afspraak__vastgehouden_tot")
    return actief.values_list(*velden, Value(None, DateTimeField())).union(houdt, all=True)


def _vastgehouden(delen: QuerySet[Afspraakdeel]) -> QuerySet[Afspraakdeel]:
    """Parts that are only held. Asked apart from the others, by the few appointments that have a moment.

    Joined to all of a month, PostgreSQL reads every appointment ever made to learn that none is held.
    """
    return delen.filter(afspraak__status__in=TIJDELIJK, afspraak__vastgehouden_tot__isnull=False)


def _rooster(
    locaties: tuple[int, ...], dagen: dict[str, Any], na: datetime, voor: datetime
) -> QuerySet[Any, Any]:
    """(kind, office, date, shift or balie, employee, begin, end, release, provision)."""
    geen_moment, geen_tekst = Value(None, DateTimeField()), Value(None, CharField())
    diensten = Inzet.objects.filter(locatie__id__in=locaties, **dagen)
    inzet = diensten.filter(
        soort__in=VOOR_AFSPRAAK, afgemeld_op__isnull=True, medewerker__is_actief=True
    ).values_list(
        Value(_INZET),
        "locatie_id",
        "datum",
        "id",
        "medewerker_id",
        "begin",
        "einde",
        "vrijgave_op",
        geen_tekst,
    )
    in_dienst = {f"inzet__{naam}": waarde for naam, waarde in dagen.items()}
    pauze = Pauze.objects.filter(inzet__locatie__id__in=locaties, **in_dienst).values_list(
        Value(_PAUZE),
        "inzet__locatie_id",
        "inzet__datum",
        "inzet_id",
        Value(0),
        "begin",
        "einde",
        geen_moment,
        geen_tekst,
    )
    uitval = uitval_tussen(locaties, na, voor).values_list(
        Value(_UITVAL),
        "balie__locatie_id",
        Value(None, DateField()),
        "balie_id",
        Value(0),
        "begin",
        "einde",
        geen_moment,
        "voorziening__code",
    )
    return inzet.order_by().union(pauze.order_by(), uitval.order_by(), all=True)


def uitval_tussen(locaties: Collection[int], na: datetime, voor: datetime) -> QuerySet[Balieuitval]:
    """Return what is broken at these offices at some moment in (na, voor)."""
    return Balieuitval.objects.filter(
        Q(einde__isnull=True) | Q(einde__gt=na), balie__locatie__id__in=locaties, begin__lt=voor
    )


def middernacht(datum: date) -> datetime:
    """Return when this date begins in UTC: near enough in every time zone, with a day to spare."""
    return datetime.combine(datum, time(0), ZoneInfo("UTC"))
