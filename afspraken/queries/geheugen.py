"""What one process remembers of the database, for as long as its version stays the same."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import partial
from threading import Lock
from typing import Any, Generic, TypeVar

from django.db import transaction

S = TypeVar("S", bound=Hashable)
W = TypeVar("W")
# The version of an office, and where it matters that of the day; None = unknown: never remembered.
Versie = tuple[int, int | None] | None
_alle: list[Geheugen[Any, Any]] = []


@dataclass(frozen=True, slots=True)
class Versies(Generic[S]):
    """Of offices (by id), of days, and of what those days would offer if nothing were taken."""

    kantoor: dict[int, Versie]
    dag: dict[S, Versie]
    rooster: dict[S, Versie]


def vergeet_alles() -> None:
    """Forget everything, as a process that just started. Only to measure: it is never needed to be right."""
    for geheugen in _alle:
        geheugen.wis()


class Geheugen(Generic[S, W]):
    """Values by key, each under the version that was read before it; the least recently used goes first.

    Right without any message between processes, because a version belongs to one committed state of the rows:
    the database raises it with every change (``models/versiebewaking``). A transaction reads its own changes,
    under a version that another may get after a rollback: what was read there is kept when it is committed,
    and never when it, or the part of it in which it was read, is rolled back. What it changes after reading
    raises the version once more.
    """

    def __init__(self, maximum: int) -> None:
        """Remember at most so many."""
        self._maximum = maximum
        self._slot = Lock()
        self._rijen: OrderedDict[S, tuple[Versie, W]] = OrderedDict()
        _alle.append(self)

    def haal(self, versies: Mapping[S, Versie]) -> dict[S, W]:
        """Return what is remembered under exactly these versions."""
        gevonden = {}
        with self._slot:
            for sleutel, versie in versies.items():
                rij = self._rijen.get(sleutel)
                if versie is not None and rij is not None and rij[0] == versie:
                    gevonden[sleutel] = rij[1]
                    self._rijen.move_to_end(sleutel)
        return gevonden

    def bewaar(self, gelezen: Mapping[S, W], versies: Mapping[S, Versie]) -> None:
        """Remember what was read after these versions: at once, or when the transaction is committed."""
        rijen = {
            sleutel: (versie, waarde)
            for sleutel, waarde in gelezen.items()
            if (versie := versies.get(sleutel)) is not None
        }
        if rijen:
            transaction.on_commit(partial(self._zet, rijen))

    def _zet(self, rijen: Mapping[S, tuple[Versie, W]]) -> None:
        with self._slot:
            for sleutel, rij in rijen.items():
                self._rijen[sleutel] = rij
                self._rijen.move_to_end(sleutel)
            while len(self._rijen) > self._maximum:
                self._rijen.popitem(last=False)

    def wis(self) -> None:
        """Forget everything."""
        with self._slot:
            self._rijen.clear()
