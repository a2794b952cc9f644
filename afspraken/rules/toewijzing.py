"""Who serves and where: best fit by scarcity, so that those who can do most stay free longest.

Source: algoritmen.md 2.2. Supply is who is on duty; every product counts as asked equally often: weighing by
what is booked already made no difference in trials (docs/besluiten/0010).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from math import fsum
from typing import TypeVar

from .beschikbaarheid import SLIVER_CELLEN, starts

VAARDIGHEDEN = 10.0  # all skills of a day together: always less than one specialisme
SPECIALISME = 20.0
ENIGE = 60.0  # nobody else on duty has it, as with sign language in most offices
T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Kracht:
    """Somebody or something that can be used: free mask and how scarce it is (higher = keep free)."""

    id: int
    vrij: int
    schaarste: float


def beste(krachten: Iterable[Kracht], cel: int, cellen: int) -> int | None:
    """Id of the least scarce one that is free at [cel, cel + cellen).

    Among equals: who keeps no sliver, then who has the smallest gap that holds it.
    """
    passend = [k for k in krachten if starts(k.vrij, cellen) >> cel & 1]
    if not passend:
        return None
    return min(passend, key=lambda k: (k.schaarste, *_rest(k.vrij, cel, cellen), k.id)).id


def laat_snipper(vrij: int, cel: int, cellen: int) -> bool:
    """Whether taking [cel, cel + cellen) leaves free time beside it that is too short for anybody."""
    return _rest(vrij, cel, cellen)[0]


def gewichten(aanbod: Mapping[T, int]) -> dict[T, float]:
    """Return 1 / supply of each skill, scaled to ``VAARDIGHEDEN`` in all."""
    schaal = VAARDIGHEDEN / fsum(1 / aantal for aantal in aanbod.values()) if aanbod else 0.0
    return {wat: schaal / aantal for wat, aantal in aanbod.items()}


def tel(pakketten: Iterable[frozenset[T]]) -> Counter[T]:
    """How many have each of these."""
    return Counter(wat for pakket in pakketten for wat in pakket)


def schaarste(kan: frozenset[T], gewicht: Mapping[T, float]) -> float:
    """How much to keep free who or what has these skills."""
    return fsum(gewicht.get(wat, 0.0) for wat in kan)


def zeldzaam(specialismen: frozenset[str], dragers: Mapping[str, int]) -> float:
    """How much more for these specialismen; ``dragers``: how many on duty have each."""
    return sum(ENIGE if dragers[wat] <= 1 else SPECIALISME for wat in specialismen)


def _rest(vrij: int, cel: int, cellen: int) -> tuple[bool, int]:
    """(whether a side keeps a sliver, free cells left in this gap)."""
    links, rechts = _aaneen_onder(vrij, cel), _aaneen_boven(vrij, cel + cellen)
    return 0 < links < SLIVER_CELLEN or 0 < rechts < SLIVER_CELLEN, links + rechts


def _aaneen_boven(vrij: int, cel: int) -> int:
    """How many cells from ``cel`` upwards are free without a break."""
    rest = vrij >> cel
    return (~rest & (rest + 1)).bit_length() - 1


def _aaneen_onder(vrij: int, cel: int) -> int:
    """How many cells right below ``cel`` are free without a break."""
    bezet = ~vrij & ((1 << cel) - 1)
    return cel - bezet.bit_length()
