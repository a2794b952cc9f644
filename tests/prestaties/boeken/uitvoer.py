"""Time something and print it as ``name[engine]: value unit``."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence

from django.db import connection
from django.test.utils import CaptureQueriesContext

KEREN = 15
MINSTENS, GENOEG_MS = 3, 4_000  # what takes long is run less often
Doe = Callable[[], object]


def meld(naam: str, waarde: float, eenheid: str) -> None:
    """Print one figure."""
    getal = f"{waarde:.0f}" if eenheid == "statements" else f"{waarde:.2f}"
    print(f"{naam}[{connection.vendor}]: {getal} {eenheid}", flush=True)


def duur_ms(doe: Doe) -> float:
    """Milliseconds that this takes, once."""
    begin = time.perf_counter()
    doe()
    return (time.perf_counter() - begin) * 1000


def niets() -> None:
    """Nothing has to happen before it."""


def mediaan_ms(doe: Doe, *, vooraf: Doe = niets) -> float:
    """Median of some runs in ms; ``vooraf`` runs before each and is not counted."""
    tijden: list[float] = []
    while len(tijden) < MINSTENS or (len(tijden) < KEREN and sum(tijden) < GENOEG_MS):
        vooraf()
        tijden.append(duur_ms(doe))
    return statistics.median(tijden)


def statements(doe: Doe) -> int:
    """How many statements this sends to the database."""
    with CaptureQueriesContext(connection) as vragen:
        doe()
    return len(vragen)


def meet(naam: str, doe: Doe, *, vooraf: Doe = niets) -> float:
    """Print the median (ms) and the number of statements of one run; return the median.

    Asked once before that: what a process loads but once does not count, what it remembers does.
    """
    doe()
    vooraf()
    aantal = statements(doe)
    mediaan = mediaan_ms(doe, vooraf=vooraf)
    meld(f"{naam}_ms", mediaan, "ms")
    meld(f"{naam}_sql", aantal, "statements")
    return mediaan


def percentiel(waarden: Sequence[float], deel: float) -> float:
    """Smallest of the values that at least this share (0..1) of them does not exceed."""
    op_rij = sorted(waarden)
    return next(waarde for plek, waarde in enumerate(op_rij, 1) if plek >= deel * len(op_rij))
