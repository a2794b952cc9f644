"""What must be ordered beforehand: until when that is possible, and by when it must be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

EEN_DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Besteleis:
    """One order: so many working days beforehand, or done within so many working days from now."""

    behoefte: str
    wat: str
    werkdagen: int | None = None
    binnen_werkdagen: int | None = None
    vervanging: str | None = None


def bestelling_op_tijd(
    eis: Besteleis, *, datum: date, vandaag: date, is_werkdag: Callable[[date], bool]
) -> bool:
    """Whether an order placed today can be there on that day."""
    return uiterste_besteldatum(eis, datum=datum, is_werkdag=is_werkdag) >= vandaag


def uiterste_besteldatum(eis: Besteleis, *, datum: date, is_werkdag: Callable[[date], bool]) -> date:
    """Return the last working day on which the order can still be placed for an appointment on that day."""
    dag = datum
    for _ in range(eis.werkdagen or 0):
        dag = _werkdag(dag - EEN_DAG, -EEN_DAG, is_werkdag)
    return dag


def geregeld_voor(eis: Besteleis, *, datum: date, vandaag: date, is_werkdag: Callable[[date], bool]) -> date:
    """Return the day on which it must have been arranged: the promised term, never after the visit."""
    uiterlijk = uiterste_besteldatum(eis, datum=datum, is_werkdag=is_werkdag)
    if eis.binnen_werkdagen is None:
        return uiterlijk
    beloofd = vandaag
    for _ in range(eis.binnen_werkdagen):
        beloofd = _werkdag(beloofd + EEN_DAG, EEN_DAG, is_werkdag)
    return min(uiterlijk, beloofd)


def _werkdag(dag: date, stap: timedelta, is_werkdag: Callable[[date], bool]) -> date:
    """First working day from ``dag``, that day included, in the direction of ``stap``."""
    while not is_werkdag(dag):
        dag += stap
    return dag
