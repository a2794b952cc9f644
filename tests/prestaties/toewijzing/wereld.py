"""Four made-up offices of 3 to 14 balies, in the spirit of the demo city: who works there, and what is there.

Nothing here is drawn by chance: the same offices for every seed. Shifts and breaks come from the demo's own
roster rule, so that people take their breaks by turns and a large team has days off.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from afspraken.demo.dienst import Ploeglid, diensten_op
from afspraken.rules.plaatsing import Dagaanbod, Plek, Werker
from locaties.rules.tijdvak import CEL_MINUTEN, masker

OPEN_VAN, OPEN_TOT = 8 * 60 + 30, 16 * 60 + 30
OPEN = masker(OPEN_VAN // CEL_MINUTEN, OPEN_TOT // CEL_MINUTEN)
EERSTE_MAANDAG = date(2026, 11, 2)
WERKDAGEN = 5

# Product: (minutes, share of demand). The basis is what everybody masters.
BASIS = {1: (10, 0.30), 2: (5, 0.22), 3: (15, 0.16), 4: (10, 0.10)}
PAKKETTEN = ({5: (15, 0.05), 6: (20, 0.03)}, {7: (30, 0.05), 8: (20, 0.03)}, {9: (40, 0.03), 10: (30, 0.03)})
PRODUCTEN = {nr: product for pakket in (BASIS, *PAKKETTEN) for nr, product in pakket.items()}

SPECIALISMEN = ("toegankelijkheid", "communicatie", "begrijpelijk")
TOEGANKELIJK = frozenset({"verlaagde_balie", "ringleiding"})
SPREEKKAMER = frozenset({"verlaagde_balie", "ringleiding", "aparte_kamer"})


@dataclass(frozen=True, slots=True)
class Lid:
    """Somebody of the team: what is mastered and held, the same every day."""

    nr: int
    producten: frozenset[int]
    specialismen: frozenset[str]


@dataclass(frozen=True, slots=True)
class Kantoor:
    """An office: its team and, per balie, the provisions."""

    nr: int
    ploeg: tuple[Lid, ...]
    balies: tuple[frozenset[str], ...]


def kantoren() -> tuple[Kantoor, ...]:
    """Four offices; the teams are so large that about one person per balie is on duty."""
    return tuple(
        Kantoor(nr, tuple(_lid(i, leden) for i in range(leden)), _balies(balies))
        for nr, (balies, leden) in enumerate(((3, 3), (6, 7), (10, 12), (14, 17)))
    )


def datum_van(dag: int) -> date:
    """Date of the n-th working day, counted from a Monday."""
    weken, rest = divmod(dag, WERKDAGEN)
    return EERSTE_MAANDAG + timedelta(days=7 * weken + rest)


def lege_dag(kantoor: Kantoor, dag: int) -> Dagaanbod:
    """What the office offers on that working day before anybody has booked."""
    return Dagaanbod(datum_van(dag), OPEN, tuple(_werkers(kantoor, dag)), tuple(_plekken(kantoor)))


def hoogstens(aanbod: Dagaanbod) -> int:
    """Cells that can be served at most on this day: per cell the fewer of employees and balies."""
    return sum(
        min(sum(w.vrij >> cel & 1 for w in aanbod.werkers), sum(p.vrij >> cel & 1 for p in aanbod.plekken))
        for cel in range(OPEN_VAN // CEL_MINUTEN, OPEN_TOT // CEL_MINUTEN)
    )


def _lid(i: int, leden: int) -> Lid:
    """Everybody the basis; a third also all packages, the others one; a quarter holds each specialisme."""
    pakketten = PAKKETTEN if i % 3 == 0 else (PAKKETTEN[i % len(PAKKETTEN)],)
    houders = max(1, round(leden / 4))
    return Lid(
        i,
        frozenset(BASIS).union(*pakketten),
        frozenset(s for n, s in enumerate(SPECIALISMEN) if (i + n * 2) % leden < houders),
    )


def _balies(aantal: int) -> tuple[frozenset[str], ...]:
    """One room, one or two accessible balies, the rest plain."""
    toegankelijk = 1 if aantal < 6 else 2
    return (frozenset(),) * (aantal - toegankelijk - 1) + (TOEGANKELIJK,) * toegankelijk + (SPREEKKAMER,)


def _werkers(kantoor: Kantoor, dag: int) -> list[Werker]:
    ploeg = [Ploeglid(str(lid.nr), "beide") for lid in kantoor.ploeg]
    uit = []
    for dienst in diensten_op(datum_van(dag), van=OPEN_VAN, tot=OPEN_TOT, ploeg=ploeg):
        lid = kantoor.ploeg[int(dienst.code)]
        vrij = _cellen(dienst.begin, dienst.einde) & ~_cellen(*(dienst.pauze or (0, 0)))
        uit.append(Werker(lid.nr, lid.nr, vrij, lid.producten, lid.specialismen))
    return uit


def _plekken(kantoor: Kantoor) -> list[Plek]:
    return [Plek(nr, OPEN, voorzieningen, is_rij=False) for nr, voorzieningen in enumerate(kantoor.balies)]


def _cellen(van: int, tot: int) -> int:
    return masker(van // CEL_MINUTEN, tot // CEL_MINUTEN)
