"""A personal code of six digits that unlocks a tablet on which its owner is already logged in."""

from __future__ import annotations

import re
from itertools import pairwise

LENGTE = 6
POGINGEN = 5  # wrong ones in a row; after that only the full login


def is_pincode(tekst: str) -> bool:
    """Whether it has the right shape."""
    return re.fullmatch(rf"[0-9]{{{LENGTE}}}", tekst) is not None


def is_te_makkelijk(pincode: str) -> bool:
    """Whether somebody who looks on would try it first: a row up or down, or the same piece again."""
    stappen = {(int(b) - int(a)) % 10 for a, b in pairwise(pincode)}
    if stappen <= {1} or stappen <= {9}:
        return True
    return any(pincode == pincode[:lang] * (LENGTE // lang) for lang in (1, 2, 3))


def over(mis: int) -> int:
    """Return how many tries are left after so many wrong ones."""
    return max(0, POGINGEN - mis)
