"""The office of the simulated days: eight employees, each at a balie of their own, and twelve products.

In the spirit of algoritmen.md 4.2. Products: (mean minutes, share of demand).
"""

from __future__ import annotations

from dataclasses import dataclass

OPEN, DICHT = 9 * 3600.0, 17 * 3600.0
NAAR_HUIS = 20 * 3600.0  # nobody leaves while somebody waits
PAUZE = 30 * 60.0
NORM = 15.0  # walk-in norm W, minutes
EXTRA_MINUTEN = 10.0

BASIS = {1: (5, 0.16), 2: (5, 0.12), 3: (10, 0.16), 4: (10, 0.12), 5: (15, 0.10), 6: (10, 0.08)}
PAKKETTEN = (
    {7: (10, 0.05), 8: (15, 0.04), 9: (15, 0.04)},
    {10: (10, 0.05), 11: (15, 0.04), 12: (15, 0.04)},
)
PRODUCTEN = {nr: product for deel in (BASIS, *PAKKETTEN) for nr, product in deel.items()}
SPECIALISMEN = ("communicatie", "toegankelijkheid")
VERLAAGD = "verlaagde_balie"


@dataclass(frozen=True, slots=True)
class Lid:
    """Somebody who is on duty all day, with a break of half an hour; employee, workplace and balie ``nr``."""

    nr: int
    producten: frozenset[int]
    specialismen: frozenset[str]
    voorzieningen: frozenset[str]
    pauze: float


def ploeg() -> tuple[Lid, ...]:
    """Return eight: the basis for all, a package for half of them each, two do everything."""
    return tuple(
        Lid(
            nr=nr,
            producten=frozenset(BASIS) | _pakket(nr),
            specialismen=frozenset({SPECIALISMEN[nr % 2]} if nr in (1, 4, 5, 8) else ()),
            voorzieningen=frozenset({VERLAAGD} if nr in (3, 8) else ()),
            # By turns: nobody with the same training, or the other low balie, is away at the same time.
            pauze=(11.5 + 0.5 * ((nr - 1) // 2)) * 3600,
        )
        for nr in range(1, 9)
    )


def _pakket(nr: int) -> frozenset[int]:
    if nr in (2, 7):
        return frozenset(PAKKETTEN[0]) | frozenset(PAKKETTEN[1])
    return frozenset(PAKKETTEN[nr % 2])
