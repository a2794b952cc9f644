"""How much time of specialists is kept for who needs them, and when it is let go.

Source: algoritmen.md 2.3 (Littlewood's rule per half-day and specialisme).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp

from locaties.rules.tijdvak import CELLEN_PER_DAG, masker

from .beschikbaarheid import starts

BLOK_CELLEN = 4  # a standard appointment: 20 minutes
MIDDAG_CEL = 144  # 12:00
DAGDELEN = (masker(0, MIDDAG_CEL), masker(MIDDAG_CEL, CELLEN_PER_DAG))
BEZETTING = 0.7  # what appointments ask of the open time of who is on duty; the rest: breaks, walk-in
BOEKTERMIJN_DAGEN = 10  # how long ahead people book, on average: half of them within a week
Vak = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Bescherming:
    """Blocks of 20 minutes that ordinary appointments leave free, per (half-day 0|1, specialisme)."""

    niveaus: Mapping[Vak, int] = field(default_factory=dict)


GEEN_BESCHERMING = Bescherming()


def niveau(verwacht: float, verhouding: float) -> int:
    """Return the smallest y with P(Poisson(verwacht) <= y) >= 1 - verhouding.

    ``verwacht``: requests still to come; ``verhouding`` r: what an ordinary request weighs against a need.
    """
    y, kans = 0, exp(-verwacht)
    som = kans
    while som < 1 - verhouding:
        y += 1
        kans *= verwacht / y
        som += kans
    return y


def bescherming_op(
    *, open_: int, mensen: int, aandelen: Mapping[str, float], dagen_vooruit: int, verhouding: float
) -> Bescherming:
    """Return the levels of one day, so many days from now; on the day itself everything is let go.

    ``open_``: cells in which the office is open; ``mensen``: who are on duty; ``aandelen``: share of demand
    per specialisme. Expected demand is what these people could do, as long as nothing better is known.
    """
    if dagen_vooruit <= 0:
        return GEEN_BESCHERMING
    nog_te_komen = 1 - exp(-dagen_vooruit / BOEKTERMIJN_DAGEN)
    return Bescherming(
        {
            (dagdeel, specialisme): niveau(aandeel * afspraken * nog_te_komen, verhouding)
            for dagdeel, cellen in enumerate(DAGDELEN)
            for afspraken in [mensen * (open_ & cellen).bit_count() * BEZETTING / BLOK_CELLEN]
            for specialisme, aandeel in aandelen.items()
        }
    )


def blokken_in(vrij: int) -> int:
    """How many blocks of 20 minutes fit in a free mask."""
    aantal, begin = 0, starts(vrij, BLOK_CELLEN)
    while begin:
        laagste = begin & -begin
        aantal += 1
        begin &= ~(laagste * (2**BLOK_CELLEN - 1))
    return aantal


class Wacht:
    """Guards the free time of one day's specialists against ordinary appointments.

    ``specialismen``: per employee on duty; ``open_``: cells that count. Free masks come with every question,
    in the same order.
    """

    def __init__(
        self,
        bescherming: Bescherming,
        open_: int,
        specialismen: Sequence[frozenset[str]],
        vrij: Sequence[int],
    ) -> None:
        self.open = open_
        self.wie = {
            vak: [i for i, heeft in enumerate(specialismen) if vak[1] in heeft]
            for vak, y in bescherming.niveaus.items()
            if y > 0
        }
        self.van: dict[int, list[Vak]] = {}
        for vak, wie in self.wie.items():
            for i in wie:
                self.van.setdefault(i, []).append(vak)
        # What was already below the level may stay there; it may not become less.
        self.grens = {vak: min(bescherming.niveaus[vak], self.ruimte(vrij, vak)) for vak in self.wie}

    def ruimte(self, vrij: Sequence[int], vak: Vak) -> int:
        """Blocks that the specialists of this half-day still have."""
        return sum(blokken_in(vrij[i] & self.open & DAGDELEN[vak[0]]) for i in self.wie[vak])

    def mag(self, vrij: Sequence[int], i: int, tijd: int) -> bool:
        """Whether an ordinary appointment may have these cells of employee ``i``."""
        for vak in self.van.get(i, ()):
            deel = vrij[i] & self.open & DAGDELEN[vak[0]]
            if not deel & tijd:
                continue
            minder = blokken_in(deel) - blokken_in(deel & ~tijd)
            if minder and self.ruimte(vrij, vak) - minder < self.grens[vak]:
                return False
        return True

    def toegestaan(self, vrij: Sequence[int], i: int, begin: int, cellen: int) -> int:
        """Of these starts of employee ``i``, those at which an ordinary appointment may take the time."""
        vakken = self.van.get(i, ())
        hoogstens = cellen // BLOK_CELLEN + 2
        if all(self.ruimte(vrij, vak) - hoogstens >= self.grens[vak] for vak in vakken):
            return begin
        goed = 0
        while begin:
            laagste = begin & -begin
            if self.mag(vrij, i, laagste * ((1 << cellen) - 1)):
                goed |= laagste
            begin ^= laagste
        return goed
