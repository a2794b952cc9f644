"""Where on a day an appointment fits as things stand.

One employee does all parts; when nobody on duty masters every product, two do consecutive parts. One balie
holds the whole appointment and has every required provision (domein.md, invariants 1 and 2).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .bescherming import GEEN_BESCHERMING, Bescherming, Wacht
from .beschikbaarheid import nette_starts, starts, starts_van_velen
from .splitsing import Splitsing, splitsingen
from .toewijzing import gewichten, schaarste, tel, zeldzaam
from .vraag import Vraag


@dataclass(frozen=True, slots=True)
class Werker:
    """One shift: free cells for appointments, what is mastered, which qualifications are valid that day."""

    inzet_id: int
    medewerker_id: int
    vrij: int
    producten: frozenset[int]
    specialismen: frozenset[str]


@dataclass(frozen=True, slots=True)
class Plek:
    """One balie: free cells, broken provisions or not; its provisions; whether it has a lane of its own.

    ``stuk``: pairs of a provision and the cells in which it does not work.
    """

    balie_id: int
    vrij: int
    voorzieningen: frozenset[str]
    is_rij: bool
    stuk: tuple[tuple[str, int], ...] = ()

    def heel_met(self, nodig: frozenset[str]) -> int:
        """Cells, free or not, in which the balie has each required provision in working order."""
        if self.is_rij or not nodig <= self.voorzieningen:
            return 0
        heel = -1
        for voorziening, cellen in self.stuk:
            if voorziening in nodig:
                heel &= ~cellen
        return heel

    def vrij_met(self, nodig: frozenset[str]) -> int:
        """Cells in which the balie is free and each required provision works."""
        return self.vrij & self.heel_met(nodig)


@dataclass(frozen=True, slots=True)
class Dagaanbod:
    """What one local day of one office offers; ``open`` holds opening hours and lead time."""

    datum: date
    open: int
    werkers: tuple[Werker, ...]
    plekken: tuple[Plek, ...]


@dataclass(frozen=True, slots=True)
class Keuze:
    """For each part who serves it (inzet, medewerker), and the balie of all."""

    werkers: tuple[Werker, ...]
    balie_id: int


class Schaarste:
    """How much everybody and every balie of one day should be kept free, in the order of the day."""

    def __init__(self, dag: Dagaanbod) -> None:
        producten = gewichten(tel(w.producten for w in dag.werkers))
        dragers = tel(w.specialismen for w in dag.werkers)
        self.werkers = [
            schaarste(w.producten, producten) + zeldzaam(w.specialismen, dragers) for w in dag.werkers
        ]
        voorzieningen = gewichten(tel(p.voorzieningen for p in dag.plekken))
        self.plekken = [schaarste(p.voorzieningen, voorzieningen) for p in dag.plekken]


def passende_starts(
    dag: Dagaanbod,
    vraag: Vraag,
    balie_nodig: frozenset[str],
    bescherming: Bescherming = GEEN_BESCHERMING,
) -> tuple[int, int]:
    """(all starts, tidy starts) of the day as masks; 0 when nothing fits."""
    if not dag.open:
        return 0, 0
    plekken = balie_starts(dag, vraag, balie_nodig)
    if not plekken:
        return 0, 0
    alle, net = werker_starts(dag, vraag, bescherming)
    return alle & plekken, net & plekken


def balie_starts(dag: Dagaanbod, vraag: Vraag, balie_nodig: frozenset[str]) -> int:
    """Starts at which a balie is free for the whole appointment."""
    alle, _ = starts_van_velen((p.vrij_met(balie_nodig) & dag.open for p in dag.plekken), vraag.cellen)
    return alle


def werker_starts(dag: Dagaanbod, vraag: Vraag, bescherming: Bescherming) -> tuple[int, int]:
    """(all, tidy) starts at which one employee, or where nobody masters all two in turn, can do it."""
    wacht = wacht_van(dag, vraag, bescherming)
    ieder = bekwaam(dag, vraag, frozenset(vraag.product_ids))
    if ieder:
        return _starts_van(dag, ieder, vraag.cellen, wacht)
    alle = 0
    for deling in verdelingen(dag, vraag):
        een, _ = _starts_van(dag, deling.eerste, deling.cellen[0], wacht)
        twee, _ = _starts_van(dag, deling.tweede, deling.cellen[1], wacht)
        alle |= een & (twee >> deling.cellen[0])
    return alle, alle


def wacht_van(dag: Dagaanbod, vraag: Vraag, bescherming: Bescherming) -> Wacht:
    """The guard that this question meets.

    None when something is needed: for them the time is kept. None either when nobody can do it alone: two who
    follow each other are hard enough to find.
    """
    alleen = bekwaam(dag, vraag, frozenset(vraag.product_ids))
    geldt = bescherming if alleen and not vraag.heeft_behoefte else GEEN_BESCHERMING
    return Wacht(geldt, dag.open, [w.specialismen for w in dag.werkers], [w.vrij for w in dag.werkers])


def bekwaam(dag: Dagaanbod, vraag: Vraag, producten: frozenset[int]) -> list[int]:
    """Who (index) is on duty, masters these products and holds every required specialisme."""
    eis = vraag.vereisten.specialismen
    return [i for i, w in enumerate(dag.werkers) if producten <= w.producten and eis <= w.specialismen]


def verdelingen(dag: Dagaanbod, vraag: Vraag) -> list[Splitsing]:
    """Ways to have two employees in turn do all products."""
    return splitsingen(vraag, lambda producten: bekwaam(dag, vraag, producten))


def _starts_van(dag: Dagaanbod, wie: Sequence[int], cellen: int, wacht: Wacht) -> tuple[int, int]:
    """(all, tidy) starts at which one of these is free and may be used; who is never guarded first."""
    vrij = [w.vrij for w in dag.werkers]
    alle = net = 0
    for i in sorted(wie, key=wacht.van.__contains__):
        een, netjes = starts(vrij[i] & dag.open, cellen), nette_starts(vrij[i] & dag.open, cellen)
        nieuw = een & ~alle | netjes & ~net
        mag = wacht.toegestaan(vrij, i, nieuw, cellen) if nieuw else 0
        alle |= een & mag
        net |= netjes & mag
    return alle, net
