"""Figures of waits and of forecasts, in seconds; nothing is told of fewer than ten people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from .behandelduur import kwantiel

MINSTENS = 10
DEKKING_VAN, DEKKING_TOT = 0.75, 0.90  # algoritmen.md 5.3, measures
MEESTE_HERZIENINGEN = 0.3


@dataclass(frozen=True, slots=True)
class Norm:
    """This share of the people waits at most so many seconds."""

    seconden: float
    aandeel: float


@dataclass(frozen=True, slots=True)
class Wachtcijfers:
    """Of one kind of number. None: fewer than ten people."""

    aantal: int
    gemiddeld: float
    mediaan: float
    p90: float
    langste: float
    norm: Norm
    binnen: float

    @property
    def gehaald(self) -> bool:
        """Whether the norm was met."""
        return self.binnen >= self.norm.aandeel


@dataclass(frozen=True, slots=True)
class Voorspeld:
    """One forecast at arrival and what came of it; moments in seconds on one clock."""

    p50: float
    p80: float
    geroepen: float
    herzieningen: int


@dataclass(frozen=True, slots=True)
class Voorspelcijfers:
    """``mae``: mean absolute error of P50; ``dekking``: share called by P80; revisions per visit."""

    aantal: int
    mae: float
    dekking: float
    herzieningen: float

    @property
    def dekking_klopt(self) -> bool:
        """Whether P80 means what it says."""
        return DEKKING_VAN <= self.dekking <= DEKKING_TOT

    @property
    def is_rustig(self) -> bool:
        """Whether what people see does not jump."""
        return self.herzieningen <= MEESTE_HERZIENINGEN


def wachtcijfers(wachten: Iterable[float], norm: Norm) -> Wachtcijfers | None:
    """Return them; ``wachten``: from arrival, or the appointed time if later, to the first call."""
    alle = sorted(max(0.0, wacht) for wacht in wachten)
    if len(alle) < MINSTENS:
        return None
    return Wachtcijfers(
        aantal=len(alle),
        gemiddeld=fmean(alle),
        mediaan=median(alle),
        p90=kwantiel(alle, 0.9),
        langste=alle[-1],
        norm=norm,
        binnen=_deel(alle, lambda wacht: wacht <= norm.seconden),
    )


def voorspelcijfers(voorspeld: Sequence[Voorspeld]) -> Voorspelcijfers | None:
    """Return how good the forecasts were."""
    if len(voorspeld) < MINSTENS:
        return None
    return Voorspelcijfers(
        aantal=len(voorspeld),
        mae=fmean(abs(v.geroepen - v.p50) for v in voorspeld),
        dekking=fmean(v.geroepen <= v.p80 for v in voorspeld),
        herzieningen=fmean(v.herzieningen for v in voorspeld),
    )


def _deel(waarden: Sequence[float], telt: Callable[[float], bool]) -> float:
    return sum(map(telt, waarden)) / len(waarden)
