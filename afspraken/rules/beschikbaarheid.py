"""Which starts fit: integer bitmasks, one bit per 5-minute cell of a local day.

Source: algoritmen.md 1.1 and 2.1 (starts, gap-aware starts).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

SLIVER_CELLEN = 2  # free time shorter than 10 minutes is of no use to anybody
KWARTIER_CELLEN = 3


def starts(vrij: int, cellen: int) -> int:
    """Cells at which ``cellen`` consecutive free cells begin; O(log cellen) shifts."""
    rest, heb = vrij, 1
    while heb < cellen:
        stap = min(heb, cellen - heb)
        rest &= rest >> stap
        heb += stap
    return rest


def nette_starts(vrij: int, cellen: int, rest: int = SLIVER_CELLEN) -> int:
    """Starts that leave on each side either nothing or at least ``rest`` free cells."""
    alle, ruim = starts(vrij, cellen), starts(vrij, cellen + rest)
    links = alle & ~(vrij << 1) | ruim << rest
    rechts = alle & ~(vrij >> cellen) | ruim
    return alle & links & rechts


def starts_van_velen(vrijen: Iterable[int], cellen: int) -> tuple[int, int]:
    """(all starts, tidy starts) at which at least one of these is free."""
    alle = net = 0
    for vrij in vrijen:
        alle |= starts(vrij, cellen)
        net |= nette_starts(vrij, cellen)
    return alle, net


def cellen_in(mask: int) -> Iterator[int]:
    """Cells of a mask, early to late."""
    while mask:
        laagste = mask & -mask
        yield laagste.bit_length() - 1
        mask ^= laagste


def is_rond(cel: int) -> bool:
    """Whether a cell starts at a quarter of an hour."""
    return cel % KWARTIER_CELLEN == 0
