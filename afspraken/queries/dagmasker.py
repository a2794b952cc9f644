"""What one local day of one office offers apart from the clock: masks per shift and per balie."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from afspraken.rules.plaatsing import Plek, Werker

from .dagrijen import Vastgehouden

T = TypeVar("T", Werker, Plek)


@dataclass(frozen=True, slots=True)
class Dagmaskers:
    """The day as the rows say it; what depends on the moment is worked out on the way out.

    ``open``: opening hours per category of products that has its own, "" = all others. The masks of
    ``werkers`` and ``plekken`` have out of them what is taken for good, not what is only held.
    ``vrijgaven``: shift -> moment from which it is for walk-ins.
    """

    open: Mapping[str, int]
    werkers: tuple[Werker, ...]
    plekken: tuple[Plek, ...]
    vrijgaven: Mapping[int, datetime]
    vastgehouden: tuple[Vastgehouden, ...]

    def open_voor(self, categorieen: frozenset[str]) -> int:
        """Cells in which the office is open for all of these categories."""
        eigen = next(iter(categorieen)) if len(categorieen) == 1 else ""
        return self.open.get(eigen, self.open[""])

    def werkers_op(self, nu: datetime) -> tuple[Werker, ...]:
        """Shifts that are for appointments now, with what is free now."""
        werkers = self.werkers
        if self.vrijgaven:
            vrij_tot = self.vrijgaven.get
            werkers = tuple(w for w in werkers if (tot := vrij_tot(w.inzet_id)) is None or tot > nu)
        return self._zonder_vastgehouden(werkers, nu, lambda w: w.medewerker_id, lambda v: v.medewerker_id)

    def plekken_op(self, nu: datetime) -> tuple[Plek, ...]:
        """Balies with what is free now."""
        return self._zonder_vastgehouden(self.plekken, nu, lambda p: p.balie_id, lambda v: v.balie_id)

    def _zonder_vastgehouden(
        self,
        wat: tuple[T, ...],
        nu: datetime,
        van: Callable[[T], int],
        op: Callable[[Vastgehouden], int | None],
    ) -> tuple[T, ...]:
        bezet: dict[int | None, int] = {}
        for houdt in self.vastgehouden:
            if houdt.tot > nu:
                bezet[op(houdt)] = bezet.get(op(houdt), 0) | houdt.cellen
        if not bezet:
            return wat
        return tuple(replace(w, vrij=w.vrij & ~bezet[van(w)]) if van(w) in bezet else w for w in wat)
