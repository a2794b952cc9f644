"""How long somebody who waits still has to wait, as the worker last forecast it. Nothing is simulated here.

An old forecast is no forecast: where the worker has been silent for three minutes, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Count, Max, QuerySet

from afspraken.models import Bezoek, Kantoorverwachting, Verwachting
from afspraken.rules.aankomst import NA_TIJD
from afspraken.rules.dagseconde import dagklok
from afspraken.rules.venster import Venster
from afspraken.rules.wachttekst import GEEN_COLLEGA, NA_SLUITING, Wachttekst, afspraaktekst, wachttekst

VERS = timedelta(minutes=3)
VANDAAG = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Soortwacht:
    """One kind of number: how many wait, and what who joins now may expect.

    ``minuten``: from now, in fives; None: nothing to say (nobody here can do it, or no forecast).
    ``later``: of people with an appointment, how many minutes at most they start late; 0: on time.
    """

    letter: str
    wachtenden: int
    minuten: tuple[int, int] | None = None
    later: int = 0


class _Rij(NamedTuple):
    bezoek_id: UUID
    soort: str
    van: datetime | None
    tot: datetime | None
    verlaat: bool
    later: int
    uiterste: datetime
    begin: datetime | None
    zone: str


_VELDEN = (
    *("bezoek_id", "soort", "van", "tot", "verlaat", "later"),
    *("bezoek__uiterste_op", "bezoek__afspraak__begin", "bezoek__locatie__tijdzone"),
)


def verwachting_van(bezoek_id: UUID, *, nu: datetime) -> Wachttekst | None:
    """Return what to tell this visitor; None while there is no forecast, or no wait. One statement."""
    return dict(_teksten(_te_tonen(nu).filter(bezoek_id=bezoek_id), nu)).get(bezoek_id)


def verwachtingen_per_bezoek(locatie_id: int, *, nu: datetime) -> Mapping[UUID, Wachttekst]:
    """Return what to tell each visitor who waits in this office and has a forecast. One statement."""
    return dict(_teksten(_te_tonen(nu).filter(bezoek__locatie_id=locatie_id), nu))


def wachttijd_per_soort(locatie_id: int, *, nu: datetime) -> tuple[Soortwacht, ...]:
    """Return the kinds of number that somebody waits with, or can join, in order. Two statements."""
    nieuw = nieuw_in(locatie_id, nu=nu)
    rijen = Bezoek.objects.filter(
        locatie_id=locatie_id, status=Bezoek.Status.WACHTEND, aangekomen_op__gt=nu - VANDAAG
    )
    per_letter = rijen.values_list("letter").annotate(Count("id"), Max("verwachting__later"))
    wachten = {letter: (aantal, later or 0) for letter, aantal, later in per_letter.order_by()}
    return tuple(
        Soortwacht(letter, aantal, _bereik(nieuw.get(letter, {})), later)
        for letter in sorted(wachten.keys() | nieuw.keys())
        for aantal, later in [wachten.get(letter, (0, 0))]
    )


def nieuw_in(locatie_id: int, *, nu: datetime) -> Mapping[str, Mapping[str, Any]]:
    """Return per letter what who joins now may expect (``Kantoorverwachting.nieuw``). One statement."""
    rij = Kantoorverwachting.objects.filter(locatie_id=locatie_id, ververst_op__gt=nu - VERS).first()
    return rij.nieuw if rij else {}


def _bereik(nieuw: Mapping[str, Any]) -> tuple[int, int] | None:
    return (nieuw["van"], nieuw["tot"]) if nieuw.get("soort") == Verwachting.Soort.VENSTER else None


def _te_tonen(nu: datetime) -> QuerySet[Verwachting]:
    return Verwachting.objects.filter(
        bezoek__status=Bezoek.Status.WACHTEND,
        bezoek__aangekomen_op__gt=nu - VANDAAG,
        bezoek__locatie__verwachting__ververst_op__gt=nu - VERS,
    ).exclude(soort=Verwachting.Soort.NIETS)


def _teksten(rijen: QuerySet[Verwachting], nu: datetime) -> Iterator[tuple[UUID, Wachttekst]]:
    for rij in map(_Rij._make, rijen.values_list(*_VELDEN)):
        yield rij.bezoek_id, _tekst(rij, nu)


def _tekst(rij: _Rij, nu: datetime) -> Wachttekst:
    if rij.soort == Verwachting.Soort.GEEN_COLLEGA:
        return GEEN_COLLEGA
    if rij.soort == Verwachting.Soort.NA_SLUITING or rij.van is None or rij.tot is None:
        return NA_SLUITING
    klok = dagklok(nu, ZoneInfo(rij.zone))
    venster = Venster(klok(rij.van), klok(rij.tot), verlaat=rij.verlaat)
    if rij.begin is not None and rij.uiterste <= rij.begin + NA_TIJD:
        return afspraaktekst(venster, klok(rij.begin), rij.later, klok(nu))
    return wachttekst(venster, klok(nu))
