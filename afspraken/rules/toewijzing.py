"""Who serves and where: best fit by scarcity, so that those who can do most stay free longest.

Source: algoritmen.md 2.2 (direct step). The ejection chain comes on top of this.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .beschikbaarheid import SLIVER_CELLEN, starts


@dataclass(frozen=True, slots=True)
class Kracht:
    """Somebody or something that can be used: free mask and how scarce it is (higher = keep free)."""

    id: int
    vrij: int
    schaarste: float


def beste(krachten: Iterable[Kracht], cel: int, cellen: int) -> int | None:
    """Id of the least scarce one that is free at [cel, cel + cellen); leaves no sliver when it can."""
    passend = [k for k in krachten if starts(k.vrij, cellen) >> cel & 1]
    if not passend:
        return None
    return min(passend, key=lambda k: (k.schaarste, _laat_snipper(k.vrij, cel, cellen), k.id)).id


def _laat_snipper(vrij: int, cel: int, cellen: int) -> bool:
    links = _vrij_ernaast(vrij, cel - 1, -1)
    rechts = _vrij_ernaast(vrij, cel + cellen, 1)
    return 0 < links < SLIVER_CELLEN or 0 < rechts < SLIVER_CELLEN


def _vrij_ernaast(vrij: int, cel: int, stap: int) -> int:
    aantal = 0
    while cel >= 0 and vrij >> cel & 1 and aantal < SLIVER_CELLEN:
        aantal, cel = aantal + 1, cel + stap
    return aantal


def schaarste(producten: int, specialismen: int, aanbod: Mapping[str, int] | None = None) -> float:
    """How much to keep somebody free: one per product mastered, 20 per specialisme (algoritmen.md 2.2)."""
    extra = sum(1 / max(1, n) for n in (aanbod or {}).values())
    return producten + 20 * specialismen + extra
