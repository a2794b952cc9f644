"""Does somebody who walks in now have a fair chance to be called before the office closes?

Deliberately simple, and rather too careful: who is told "probably not" may still take a number.
"""

from __future__ import annotations

from enum import StrEnum


class Inloopkans(StrEnum):
    """What to tell before a number is given."""

    LUKT = "lukt"
    GEEN_COLLEGA = "geen_collega"  # nobody on duty today can do this
    DICHT = "dicht"  # the doors are closed for today
    TE_DRUK = "te_druk"  # everybody before this visitor takes until after closing time


def inloopkans(*, minuten_vooraf: float, plaatsen: int, minuten_over: float) -> Inloopkans:
    """``minuten_vooraf``: planned work of these places that comes first; ``minuten_over``: until closing."""
    if not plaatsen:
        return Inloopkans.GEEN_COLLEGA
    return Inloopkans.TE_DRUK if minuten_vooraf / plaatsen > minuten_over else Inloopkans.LUKT
