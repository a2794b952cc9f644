"""Which share of the replications is read as "P80", learned from whether earlier ones came true.

Source: algoritmen.md 5.1 (adaptive conformal inference) with correction 5: bounded 0.70-0.95.
"""

from __future__ import annotations

from dataclasses import dataclass

DOEL, STAP = 0.80, 0.01
LAAGST, HOOGST = 0.70, 0.95


@dataclass(frozen=True, slots=True)
class Niveau:
    """The level that is read from the sample, per office."""

    waarde: float = DOEL


def na_oproep(niveau: Niveau, *, raak: bool) -> Niveau:
    """Return the level after a call; ``raak``: it came no later than the P80 of its arrival."""
    return Niveau(min(HOOGST, max(LAAGST, niveau.waarde + STAP * (DOEL - raak))))
