# ruff: noqa: S311 - made up from a seed, hides nothing
"""How one visit goes: how long, whether somebody comes when called, how it ends. Made up from a seed.

Durations are lognormal around what was planned, with CV 0.6 (algoritmen.md 4.2); times are seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log, sqrt
from random import Random

CV = 0.6
WEGSTUURREDENEN = ("papieren", "papieren", "verkeerd_kantoor")
UITKOMSTEN, GEWICHTEN = ("geholpen", "deels", "niet", "niet_mogelijk"), (90, 5, 2, 3)
KANS_WEGGESTUURD, KANS_MIST, KANS_WEG, KANS_EXTRA, KANS_DOORGEVEN, KANS_RAADSMAN = (
    0.02,
    0.04,
    0.01,
    0.06,
    0.04,
    0.01,
)
# Nobody is at the counter within seconds: what was planned includes the walk and the goodbye.
KORTST, LANGST = 60.0, 75 * 60.0


@dataclass(frozen=True, slots=True)
class Gedrag:
    """``mist``: calls not answered (3 = gone); ``factor``: of what was planned; ``geduld``: in the hall."""

    loopt: float
    mist: int
    factor: float
    extra_minuten: int
    geeft_door: bool
    weggestuurd: str
    geduld: float
    uitkomst: str
    raadsman: bool

    def duur(self, minuten: int) -> float:
        """Return how long it really takes."""
        return min(LANGST, max(KORTST, self.factor * minuten * 60))


def gedrag_van(zaad: str, sleutel: object) -> Gedrag:
    """The same seed and key always give the same."""
    toeval = Random(f"{zaad}/{sleutel}")
    sigma2 = log(1 + CV * CV)
    return Gedrag(
        loopt=toeval.uniform(15, 45),
        mist=toeval.choice((1, 1, 1, 3)) if toeval.random() < KANS_MIST else 0,
        factor=exp(toeval.gauss(-sigma2 / 2, sqrt(sigma2))),
        extra_minuten=toeval.choice((5, 10)) if toeval.random() < KANS_EXTRA else 0,
        geeft_door=toeval.random() < KANS_DOORGEVEN,
        weggestuurd=toeval.choice(WEGSTUURREDENEN) if toeval.random() < KANS_WEGGESTUURD else "",
        geduld=toeval.uniform(20, 40) * 60 if toeval.random() < KANS_WEG else 24 * 3600,
        uitkomst=toeval.choices(UITKOMSTEN, GEWICHTEN)[0],
        raadsman=toeval.random() < KANS_RAADSMAN,
    )
