"""Where on a day an appointment fits, and who and which balie would take it.

One employee does all parts; when nobody on duty masters every product, two do consecutive parts. One balie
holds the whole appointment and has every required provision (domein.md, invariants 1 and 2).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .beschikbaarheid import starts, starts_na_elkaar, starts_van_velen
from .toewijzing import Kracht, beste, schaarste
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
    """One balie: free cells (with all its provisions working), provisions, and its own lane if it has one.

    ``stuk`` maps a provision to the cells in which it does not work.
    """

    balie_id: int
    vrij: int
    voorzieningen: frozenset[str]
    is_rij: bool
    stuk: tuple[tuple[str, int], ...] = ()

    def vrij_met(self, nodig: frozenset[str]) -> int:
        """Cells in which the balie is free and each required provision works."""
        if self.is_rij or not nodig <= self.voorzieningen:
            return 0
        vrij = self.vrij
        for voorziening, cellen in self.stuk:
            if voorziening in nodig:
                vrij &= ~cellen
        return vrij


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


def passende_starts(dag: Dagaanbod, vraag: Vraag, balie_nodig: frozenset[str]) -> tuple[int, int]:
    """(all starts, tidy starts) of the day as masks; 0 when nothing fits."""
    if not dag.open:
        return 0, 0
    plekken, _ = starts_van_velen((p.vrij_met(balie_nodig) & dag.open for p in dag.plekken), vraag.cellen)
    if not plekken:
        return 0, 0
    alle, net = _werkerstarts(dag, vraag)
    return alle & plekken, net & plekken


def kies(dag: Dagaanbod, vraag: Vraag, balie_nodig: frozenset[str], cel: int) -> Keuze | None:
    """Choose the least scarce employee(s) and balie that are free from ``cel``; None when it does not fit."""
    werkers = _kies_werkers(dag, vraag, cel)
    balie = beste(
        [Kracht(p.balie_id, p.vrij_met(balie_nodig) & dag.open, len(p.voorzieningen)) for p in dag.plekken],
        cel,
        vraag.cellen,
    )
    return Keuze(werkers, balie) if werkers and balie is not None else None


def bekwaam(dag: Dagaanbod, vraag: Vraag, producten: frozenset[int]) -> list[Werker]:
    """Who is on duty, masters these products and holds every required specialisme."""
    eis = vraag.vereisten.specialismen
    return [w for w in dag.werkers if producten <= w.producten and eis <= w.specialismen]


def _werkerstarts(dag: Dagaanbod, vraag: Vraag) -> tuple[int, int]:
    ieder = bekwaam(dag, vraag, frozenset(vraag.product_ids))
    if ieder:
        return starts_van_velen((w.vrij & dag.open for w in ieder), vraag.cellen)
    alle = 0
    for eerste, tweede, c1, c2 in _splitsingen(dag, vraag):
        alle |= starts_na_elkaar(
            [w.vrij & dag.open for w in eerste], [w.vrij & dag.open for w in tweede], c1, c2
        )
    return alle, alle


def _kies_werkers(dag: Dagaanbod, vraag: Vraag, cel: int) -> tuple[Werker, ...]:
    ieder = bekwaam(dag, vraag, frozenset(vraag.product_ids))
    if ieder:
        een = _beste_werker(ieder, dag, cel, vraag.cellen)
        return (een,) * len(vraag.delen) if een else ()
    for eerste, tweede, c1, c2 in _splitsingen(dag, vraag):
        een, twee = _beste_werker(eerste, dag, cel, c1), _beste_werker(tweede, dag, cel + c1, c2)
        if een and twee:
            grens = _delen_in(vraag, c1)
            return (een,) * grens + (twee,) * (len(vraag.delen) - grens)
    return ()


def _beste_werker(wie: list[Werker], dag: Dagaanbod, cel: int, cellen: int) -> Werker | None:
    krachten = [
        Kracht(i, w.vrij & dag.open, schaarste(len(w.producten), len(w.specialismen)))
        for i, w in enumerate(wie)
        if starts(w.vrij & dag.open, cellen)
    ]
    gekozen = beste(krachten, cel, cellen)
    return wie[gekozen] if gekozen is not None else None


def _splitsingen(dag: Dagaanbod, vraag: Vraag) -> list[tuple[list[Werker], list[Werker], int, int]]:
    """Ways to cut the products, in the order asked, into two blocks with somebody for each."""
    ids, cellen = vraag.product_ids, vraag.cellen_per_deel()
    uit = []
    for i in range(1, len(ids)):
        voor, na = frozenset(ids[:i]), frozenset(ids[i:])
        eerste, tweede = bekwaam(dag, vraag, voor), bekwaam(dag, vraag, na)
        if eerste and tweede:
            c1 = sum(c for c, deel in zip(cellen, vraag.delen, strict=True) if deel.product_id in voor)
            uit.append((eerste, tweede, c1, vraag.cellen - c1))
    return uit


def _delen_in(vraag: Vraag, cellen: int) -> int:
    """How many leading parts fill exactly this many cells."""
    som = 0
    for aantal, c in enumerate(vraag.cellen_per_deel()):
        if som == cellen:
            return aantal
        som += c
    return len(vraag.delen)
