"""Who of a demo team works when on one day: arithmetic, the same every time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

WERKDAGEN = 5
GROTE_PLOEG = 5
DIENST_HOOGSTENS = 9 * 60
DIENST = 8 * 60
ZONDER_PAUZE = 5 * 60 + 30
PAUZE = 30
PAUZEBEURTEN = 4


@dataclass(frozen=True, slots=True)
class Ploeglid:
    """Somebody of the team of an office."""

    code: str
    soort: str


@dataclass(frozen=True, slots=True)
class Dienst:
    """A shift in minutes after midnight, with its break."""

    code: str
    soort: str
    begin: int
    einde: int
    pauze: tuple[int, int] | None


def diensten_op(datum: date, *, van: int, tot: int, ploeg: Sequence[Ploeglid]) -> Iterator[Dienst]:
    """Return the shifts that together fill the opening hours [van, tot) of this day."""
    for beurt, lid in enumerate(_aanwezig(datum, ploeg)):
        begin, einde = _uren(datum, beurt, van, tot)
        yield Dienst(lid.code, lid.soort, begin, einde, _pauze(beurt, begin, einde))


def _aanwezig(datum: date, ploeg: Sequence[Ploeglid]) -> list[Ploeglid]:
    """Return who works: in a large team everybody has one fixed day off."""
    if len(ploeg) < GROTE_PLOEG:
        return list(ploeg)
    return [lid for nr, lid in enumerate(ploeg) if nr % WERKDAGEN != datum.weekday()]


def _uren(datum: date, beurt: int, van: int, tot: int) -> tuple[int, int]:
    """A long day has an early and a late half of the team, who change places each week."""
    if tot - van <= DIENST_HOOGSTENS:
        return van, tot
    is_laat = (beurt + datum.isocalendar().week) % 2 == 1
    return (tot - DIENST, tot) if is_laat else (van, van + DIENST)


def _pauze(beurt: int, begin: int, einde: int) -> tuple[int, int] | None:
    """Return a break around the middle, by turns, so that the counters never stand empty."""
    if einde - begin <= ZONDER_PAUZE:
        return None
    eerste = begin + (einde - begin - PAUZEBEURTEN * PAUZE) // 2
    start = eerste + (beurt // 2 % PAUZEBEURTEN) * PAUZE
    return start, start + PAUZE
