"""Which calls stand large on the screen of a hall, and which in the list below.

A call stays large for half a minute, also when new ones come: at most four at once, and who comes after
that waits in the list, visible and heard, until a place is free.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

GROOT = timedelta(seconds=30)
PLAATSEN = 4
# The last call stays large until the next, but what is long ago is not "now".
LAATSTE_BLIJFT = timedelta(minutes=10)
LIJST = 4


@dataclass(frozen=True, slots=True)
class Geroepen:
    """One call. There is nothing else in it, so that nothing else can come on a screen.

    ``nummer``: "A 12". ``taal``: of the voice, "nl" or "en". ``op``: aware UTC moment of the call.
    """

    nummer: str
    balie: int
    taal: str
    op: datetime

    @property
    def op_ms(self) -> int:
        """Milliseconds since 1970: what a page needs to know which calls are new to it."""
        return round(self.op.timestamp() * 1000)


@dataclass(frozen=True, slots=True)
class Oproepscherm:
    """Newest first, each number once. ``lijst``: whoever has no place yet, then who was called last."""

    groot: tuple[Geroepen, ...]
    lijst: tuple[Geroepen, ...]


@dataclass(frozen=True, slots=True)
class _Beurt:
    """A call and the time [begin, einde) in which it is large."""

    oproep: Geroepen
    begin: datetime
    einde: datetime


def oproepscherm_van(oproepen: Iterable[Geroepen], nu: datetime) -> Oproepscherm:
    """Divide them; ``oproepen``: of this office, in any order."""
    beurten = sorted(_beurten(oproepen), key=lambda b: (b.oproep.op, b.begin), reverse=True)
    nu_groot = [b for b in beurten if b.begin <= nu < b.einde][:PLAATSEN]
    if not nu_groot:
        nu_groot = [b for b in beurten[:1] if nu - b.oproep.op < LAATSTE_BLIJFT]
    rest = [b for b in beurten if b not in nu_groot]
    wacht = [b for b in rest if b.begin > nu]
    geweest = [b for b in rest if b.begin <= nu][: max(0, LIJST - len(wacht))]
    return Oproepscherm(
        groot=tuple(b.oproep for b in nu_groot), lijst=tuple(b.oproep for b in (*wacht, *geweest))
    )


def _beurten(oproepen: Iterable[Geroepen]) -> list[_Beurt]:
    """Give each number its half minute; who is called again keeps the place it has."""
    beurten: dict[str, _Beurt] = {}
    for oproep in sorted(oproepen, key=lambda o: o.op):
        vorige = beurten.pop(oproep.nummer, None)
        if vorige and vorige.einde > oproep.op:
            begin = vorige.begin
        else:
            begin = _plaats_vrij([b.einde for b in beurten.values()], oproep.op)
        beurten[oproep.nummer] = _Beurt(oproep, begin, max(begin, oproep.op) + GROOT)
    return list(beurten.values())


def _plaats_vrij(eindes: list[datetime], op: datetime) -> datetime:
    """When fewer than four are large."""
    bezet = sorted(einde for einde in eindes if einde > op)
    return op if len(bezet) < PLAATSEN else bezet[-PLAATSEN]
