"""Half-open periods of time and the 5-minute grid of a local day.

A day has 288 cells of 5 minutes; cell *i* starts at local wall time ``i * 5`` minutes after midnight.
Cells are made from wall time, never by adding seconds, so both clock changes come out right.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

CEL_MINUTEN = 5
CELLEN_PER_DAG = 24 * 60 // CEL_MINUTEN


@dataclass(frozen=True, slots=True)
class Tijdvak:
    """A period [begin, einde) of aware datetimes."""

    begin: datetime
    einde: datetime

    def overlapt(self, ander: Tijdvak) -> bool:
        """Whether the two share a moment."""
        return self.begin < ander.einde and ander.begin < self.einde

    def omvat(self, moment: datetime) -> bool:
        """Whether the moment lies inside; the end does not."""
        return self.begin <= moment < self.einde


def cellen_nodig(minuten: int) -> int:
    """Cells that a duration in minutes fills, rounded up."""
    return -(-minuten // CEL_MINUTEN)


def cel_van(wandtijd: time) -> int:
    """Cell in which a local wall time lies (rounded down)."""
    return (wandtijd.hour * 60 + wandtijd.minute) // CEL_MINUTEN


def cel_na(wandtijd: time) -> int:
    """First cell that starts at or after a local wall time (rounded up); 00:00 as an end is midnight."""
    minuten = wandtijd.hour * 60 + wandtijd.minute
    return -(-minuten // CEL_MINUTEN) or CELLEN_PER_DAG


def moment_van(datum: date, cel: int, zone: ZoneInfo) -> datetime:
    """Aware UTC moment at which a cell of a local day starts; cell 288 is the next midnight."""
    dag, rest = divmod(cel, CELLEN_PER_DAG)
    minuten = rest * CEL_MINUTEN
    wand = datetime.combine(datum + timedelta(days=dag), time(minuten // 60, minuten % 60), zone)
    return wand.astimezone(UTC)


def cellen_van(begin: datetime, einde: datetime, datum: date, zone: ZoneInfo) -> tuple[int, int]:
    """Cells [first, last) of the local day that a period touches, clipped to that day."""
    van, tot = begin.astimezone(zone), einde.astimezone(zone)
    eerste = 0 if van.date() < datum else cel_van(van.time()) if van.date() == datum else CELLEN_PER_DAG
    laatste = CELLEN_PER_DAG if tot.date() > datum else _einde_cel(tot) if tot.date() == datum else 0
    return eerste, max(eerste, laatste)


def _einde_cel(moment: datetime) -> int:
    minuten = moment.hour * 60 + moment.minute + (1 if moment.second or moment.microsecond else 0)
    return -(-minuten // CEL_MINUTEN)


def masker(eerste: int, laatste: int) -> int:
    """Integer whose bits [eerste, laatste) are set."""
    return ((1 << max(0, laatste - eerste)) - 1) << eerste if laatste > eerste else 0


@lru_cache(maxsize=1024)
def wisselcellen(datum: date, zone: ZoneInfo) -> int:
    """Cells of a wall time that does not exist that day or comes twice: nobody can be told when that is."""
    nacht = datetime.combine(datum, time(0), zone)
    if nacht.utcoffset() == (nacht + timedelta(days=1)).utcoffset():
        return 0
    # Adding inside one zone counts on the wall clock.
    wanden = [nacht + timedelta(minutes=cel * CEL_MINUTEN) for cel in range(CELLEN_PER_DAG)]
    return sum(
        1 << cel for cel, wand in enumerate(wanden) if wand.utcoffset() != wand.replace(fold=1).utcoffset()
    )
