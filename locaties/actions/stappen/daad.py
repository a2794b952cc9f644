"""One deed: all of it or nothing, in one durable transaction; after a lost race again from its start."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import DatabaseError

from locaties.rules.weigering import Weigering

from .transactie import is_aan_het_wachten, transactie

P = ParamSpec("P")
R = TypeVar("R")

KEREN = 3  # times more, after the first
PAUZE = 0.05  # seconds at most before the second try; longer before each next one
# PostgreSQL: deadlock, serialisation failure, and an overlap. The last one happens under the lock of the day
# when a hold that was over is made sure at this very moment: the next try sees it and chooses somebody else.
OPNIEUW = frozenset({"40P01", "40001", "23P01"})
# PostgreSQL gave up waiting for a lock, SQLite for its turn to write: whoever asked has waited long enough.
SQLITE_BEZET = "SQLITE_BUSY"
TE_LANG = frozenset({"55P03", SQLITE_BEZET})


class EvenDruk(Weigering):
    """Others were first each time, or held on too long. Nothing has changed."""

    code = "even_druk"
    melding = "Het is even druk. Er is niets gewijzigd. Probeer het zo nog eens."


def daad(functie: Callable[P, R]) -> Callable[P, R]:
    """Run the function in a durable transaction of its own; it touches nothing outside the database.

    On PostgreSQL the whole of it is tried at most three times more, after a short random pause. Raises
    ``EvenDruk`` after that, or the function's own refusal when it has one for it (``TijdBezet``).
    """

    @wraps(functie)
    def voer_uit(*args: P.args, **kwargs: P.kwargs) -> R:
        for keer in range(KEREN + 1):
            try:
                with transactie():
                    return functie(*args, **kwargs)
            except (DatabaseError, Weigering) as fout:
                _nog_eens_of_niet(fout, is_laatste=keer == KEREN)
            time.sleep(random.uniform(0, PAUZE * 2**keer))  # noqa: S311 - spreads tries, hides nothing
        raise AssertionError("the last try ends in an answer or a refusal")

    return voer_uit


def _nog_eens_of_niet(fout: DatabaseError | Weigering, *, is_laatste: bool) -> None:
    """Return when another try makes sense; else raise what the caller must see."""
    toestand = _toestand(fout)
    if toestand in OPNIEUW and not is_laatste:
        return
    if isinstance(fout, DatabaseError) and toestand in OPNIEUW | TE_LANG:
        raise EvenDruk from fout
    raise fout


def _toestand(fout: BaseException) -> str:
    """Name what the engine complained about, also behind a refusal that was made of it."""
    for oorzaak in _oorzaken(fout):
        if toestand := getattr(oorzaak, "sqlstate", None):
            return str(toestand)
        if is_aan_het_wachten(oorzaak):
            return SQLITE_BEZET
    return ""


def _oorzaken(fout: BaseException | None) -> Iterator[BaseException]:
    while fout is not None:
        yield fout
        fout = fout.__cause__
