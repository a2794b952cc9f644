"""One way the rest of the day may go: visits end, people arrive or not, breaks and shifts begin and end.

Plays the dispatch rule itself (``volgorde.volgend_paar``). A break that begins during a visit is taken after
it, in full.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import inf
from random import Random

from .bord import Bord, Stand
from .opkomst import Opkomst
from .volgorde import volgend_paar

PLAATS_VRIJ, AANKOMST, PAUZE, WEK = range(4)
Gebeurtenis = tuple[float, int, int]  # when, which kind, which place, visit or break


@dataclass(frozen=True, slots=True)
class Begin:
    """Where every replication starts.

    ``duren``: per visit on the board, equally likely seconds; ``resten``: per busy place, what may remain of
    its visit; ``opkomst``: per expected visit; ``pauzes``: (place, seconds), infinite at the end of a shift;
    ``vast``: events that are certain; ``wissel``: seconds between two visits.
    """

    bord: Bord
    stand: Stand
    duren: Sequence[Sequence[float]]
    resten: Mapping[int, Sequence[float]]
    opkomst: Mapping[int, Opkomst]
    pauzes: Sequence[tuple[int, float]]
    vast: Sequence[Gebeurtenis]
    wissel: float = 0.0


def speel(begin: Begin, volg: int, toeval: Random) -> dict[int, float]:
    """Return visit -> call time for the visits in ``volg``; who is not called at all is missing."""
    bord, stand, duren, kans = begin.bord, begin.stand.kopie(), begin.duren, toeval.random
    straks, tegoed = _straks(begin, toeval), dict[int, float]()
    uit: dict[int, float] = {}
    while volg:
        while (paar := volgend_paar(bord, stand)) is not None:
            plek, wie = paar
            stand.roep(plek, wie, stand.nu + bord.seconden[wie])
            mogelijk = duren[wie]
            duur = mogelijk[int(kans() * len(mogelijk))] + begin.wissel
            heappush(straks, (stand.nu + duur, PLAATS_VRIJ, plek))
            if volg >> wie & 1:
                uit[wie] = stand.nu
                volg ^= 1 << wie
        if not straks:
            break
        _gebeur(begin, stand, straks, tegoed)
    return uit


def _straks(begin: Begin, toeval: Random) -> list[Gebeurtenis]:
    """Draw when visits that are under way end and who arrives when."""
    straks, nu, kans = list(begin.vast), begin.stand.nu, toeval.random
    for plek, resten in begin.resten.items():
        straks.append((nu + resten[int(kans() * len(resten))] + begin.wissel, PLAATS_VRIJ, plek))
    for wie, opkomst in begin.opkomst.items():
        if kans() >= opkomst.kans_afwezig:
            moment = opkomst.momenten[int(kans() * len(opkomst.momenten))]
            straks.append((moment, AANKOMST, wie))
    heapify(straks)
    return straks


def _gebeur(begin: Begin, stand: Stand, straks: list[Gebeurtenis], tegoed: dict[int, float]) -> None:
    """Let the next event happen; ``tegoed``: breaks that wait for the end of a visit, per place."""
    stand.nu, soort, nummer = heappop(straks)
    if soort == AANKOMST:
        stand.aanwezig |= 1 << nummer
    elif soort == PLAATS_VRIJ:
        _komt_vrij(stand, straks, nummer, tegoed.pop(nummer, 0.0))
    elif soort == PAUZE:
        plek, lengte = begin.pauzes[nummer]
        if stand.vrij >> plek & 1:
            _komt_vrij(stand, straks, plek, lengte)
        else:
            tegoed[plek] = max(lengte, tegoed.get(plek, 0.0))


def _komt_vrij(stand: Stand, straks: list[Gebeurtenis], plek: int, pauze: float) -> None:
    """Free at once, or after a break first; never after the end of the shift."""
    if not pauze:
        stand.vrij |= 1 << plek
        return
    stand.vrij &= ~(1 << plek)
    stand.klaar[plek] = stand.nu + pauze
    if pauze != inf:
        heappush(straks, (stand.nu + pauze, PLAATS_VRIJ, plek))
