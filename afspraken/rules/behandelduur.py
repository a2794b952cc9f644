"""How long visits really take: learned per product from the office's own, planned minutes until then.

Kept as a ratio, observed / minutes of the catalogue, so that one product for one person and for a family of
five teach the same table. Not per extra time: that would tell who had it (docs/besluiten 0012).
Source: algoritmen.md 5.1 and 5.3 (last 300; fewer than 20: the planned duration with CV 0.6).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import ceil, exp, fsum, log, sqrt
from statistics import NormalDist, fmean

GENOEG, LAATSTE = 20, 300
CV = 0.6
STAPPEN = 60
LAATSTE_VAN_DE_DAG, TRAAGHEID = 60, 15  # how many completions the day factor looks at, and its inertia
KORTSTE, MEESTE_KEREN = 15.0, 8.0  # a slip of the finger, and a visit that somebody forgot to finish

Duurtabel = Mapping[int, tuple[float, ...]]  # ratios per product_id, ascending


def verhouding(duur: float, catalogus: float) -> float | None:
    """Return what one visit teaches; None: nothing. Both in seconds."""
    if duur < KORTSTE or catalogus <= 0 or duur > MEESTE_KEREN * catalogus:
        return None
    return duur / catalogus


def duurtabel(behandelingen: Iterable[tuple[int, float]]) -> Duurtabel:
    """Return the last 300 of each product; ``behandelingen``: (product_id, ratio), oldest first."""
    per_product: dict[int, list[float]] = defaultdict(list)
    for product_id, keer in behandelingen:
        per_product[product_id].append(keer)
    return {product_id: tuple(sorted(alle[-LAATSTE:])) for product_id, alle in per_product.items()}


def verhoudingen(tabel: Duurtabel, product_id: int) -> tuple[float, ...]:
    """Return the known ratios, or those of the prior as long as fewer than 20 are known."""
    bekend = tabel.get(product_id, ())
    return bekend if len(bekend) >= GENOEG else PRIOR


def duren(tabel: Duurtabel, product_id: int, gepland: float) -> tuple[float, ...]:
    """Return equally likely durations of one visit, ascending, in the unit of ``gepland``."""
    return tuple(gepland * keer for keer in verhoudingen(tabel, product_id))


def gemiddelde(tabel: Duurtabel, product_id: int, gepland: float) -> float:
    """Return how long one visit takes on average, in the unit of ``gepland``."""
    return gepland * fmean(verhoudingen(tabel, product_id))


def kwantiel(waarden: Sequence[float], deel: float) -> float:
    """Return the smallest of these ascending values that at least this share does not exceed."""
    return waarden[min(len(waarden) - 1, max(0, ceil(deel * len(waarden) - 1e-9) - 1))]


def dagfactor(vandaag: Sequence[tuple[float, float]]) -> float:
    """Return how slow today is: (15 + sum of observed / expected) / (15 + n) over the last 60.

    ``vandaag``: (observed, expected) per completion, oldest first.
    """
    laatste = [waar / verwacht for waar, verwacht in vandaag[-LAATSTE_VAN_DE_DAG:] if verwacht > 0]
    return (TRAAGHEID + fsum(laatste)) / (TRAAGHEID + len(laatste))


def _prior() -> tuple[float, ...]:
    """Lognormal with mean 1 and CV 0.6 in equally likely steps."""
    sigma = sqrt(log(1 + CV * CV))
    stappen = [exp(sigma * NormalDist().inv_cdf((i + 0.5) / STAPPEN)) for i in range(STAPPEN)]
    return tuple(stap / fmean(stappen) for stap in stappen)


PRIOR = _prior()
