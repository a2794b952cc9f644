"""Nobody masters all products: which two employees can do them in turn, in the order asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from .vraag import Vraag

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Splitsing:
    """One cut: who (index) can do what is before and after it, the cells of both, the parts before it."""

    eerste: tuple[int, ...]
    tweede: tuple[int, ...]
    cellen: tuple[int, int]
    delen: tuple[int, int]

    def over_delen(self, een: T, twee: T) -> tuple[T, ...]:
        """Give each part its own of the two."""
        return (een,) * self.delen[0] + (twee,) * self.delen[1]


def splitsingen(vraag: Vraag, wie: Callable[[frozenset[int]], list[int]]) -> list[Splitsing]:
    """Return the cuts with somebody for each side; ``wie`` tells who can do all of these products."""
    ids, uit = vraag.product_ids, []
    for i in range(1, len(ids)):
        eerste, tweede = wie(frozenset(ids[:i])), wie(frozenset(ids[i:]))
        if eerste and tweede:
            uit.append(_splitsing(vraag, frozenset(ids[:i]), tuple(eerste), tuple(tweede)))
    return uit


def _splitsing(
    vraag: Vraag, voor: frozenset[int], eerste: tuple[int, ...], tweede: tuple[int, ...]
) -> Splitsing:
    aantal = sum(deel.product_id in voor for deel in vraag.delen)
    cellen = sum(vraag.cellen_per_deel()[:aantal])
    return Splitsing(eerste, tweede, (cellen, vraag.cellen - cellen), (aantal, len(vraag.delen) - aantal))
