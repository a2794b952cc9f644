"""When an office is open for appointments on a local date, as a mask of 5-minute cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from .tijdvak import cel_na, cel_van, masker
from .werkdagen import is_feestdag


@dataclass(frozen=True, slots=True)
class Weekregel:
    """One weekly row [van, tot) in wall time, valid on [geldig_van, geldig_tot] both included."""

    weekdag: int
    van: time
    tot: time
    geldig_van: date | None = None
    geldig_tot: date | None = None
    categorie: str = ""

    def geldt_op(self, datum: date, categorieen: frozenset[str]) -> bool:
        """Whether it counts that day for all of these categories."""
        na_begin = self.geldig_van is None or self.geldig_van <= datum
        voor_einde = self.geldig_tot is None or datum <= self.geldig_tot
        past = not self.categorie or categorieen == {self.categorie}
        return self.weekdag == datum.weekday() and na_begin and voor_einde and past


@dataclass(frozen=True, slots=True)
class Dagregel:
    """Extra hours [van, tot) on one date."""

    datum: date
    van: time
    tot: time


@dataclass(frozen=True, slots=True)
class Gesloten:
    """Closed on [van, tot_en_met]."""

    van: date
    tot_en_met: date


def open_cellen(
    datum: date,
    week: Iterable[Weekregel],
    extra: Iterable[Dagregel],
    gesloten: Iterable[Gesloten],
    categorieen: frozenset[str],
) -> int:
    """Cells in which the office is open: nothing on a closure; on a holiday only extra hours."""
    if any(g.van <= datum <= g.tot_en_met for g in gesloten):
        return 0
    uren = [(e.van, e.tot) for e in extra if e.datum == datum]
    if not is_feestdag(datum):
        uren += [(w.van, w.tot) for w in week if w.geldt_op(datum, categorieen)]
    open_ = 0
    for van, tot in uren:
        open_ |= masker(_begin(van), _einde(tot))
    return open_


def _begin(wandtijd: time) -> int:
    """First whole cell inside the hours."""
    return cel_na(wandtijd) if wandtijd != time(0) else 0


def _einde(wandtijd: time) -> int:
    """Last cell must end inside the hours."""
    return cel_van(wandtijd)
