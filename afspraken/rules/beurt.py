"""What the next turn of a visit is for, and how often and how soon who was not there is called again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from .bezoekstatus import KEREN_ROEPEN

OPHALEN = "ophalen"
NA_MISSEN = timedelta(minutes=2)  # time to come back from the coffee machine


def eerste_beurt(product_ids: Sequence[int], kunnen: Iterable[frozenset[int]]) -> int:
    """Return how many of these parts, from the first, are done in one turn.

    As many as one employee of today masters together, so that somebody sees two counters only when nobody can
    do all. At least one, or nobody would ever find out that it cannot be done. ``kunnen``: products mastered.
    """
    if not product_ids:
        return 0
    return max(1, max((_zover(product_ids, kan) for kan in kunnen), default=0))


def roepbaar_vanaf(vroegste: datetime, *, gemist: int, laatste_oproep: datetime | None) -> datetime:
    """Return from when the rule calls somebody: not at once again who was not there."""
    if not gemist or laatste_oproep is None:
        return vroegste
    return max(vroegste, laatste_oproep + NA_MISSEN)


def is_gemist(*, gemist: int, roepwijze: str) -> bool:
    """Whether somebody who did not come so often counts as gone; never who is fetched at the entrance."""
    return gemist >= KEREN_ROEPEN and roepwijze != OPHALEN


def _zover(product_ids: Sequence[int], kan: frozenset[int]) -> int:
    for aantal, product in enumerate(product_ids):
        if product not in kan:
            return aantal
    return len(product_ids)
