"""A day as two questions for the chain: which employee does each beurt, and which balie has each appointment.

What does not stand where it could stand (a withdrawn skill, a broken provision) is never moved: that is a
knelpunt, and people decide about it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import TypeVar

from .bezetting import Gevonden, Plekken, Taak
from .blok import Blok
from .keten import Keten, onmogelijk
from .plaatsing import Dagaanbod, Werker

T = TypeVar("T")


class Werkertaken:
    """The employees of a day, and what each of them is going to do.

    ``mag``: whether these cells of an employee may be taken (protection).
    """

    def __init__(
        self,
        dag: Dagaanbod,
        blokken: Sequence[Blok],
        schaars: Sequence[float],
        mag_door: Callable[[], bool],
        mag: Callable[[Sequence[int], int, int], bool] | None = None,
    ) -> None:
        self.dag = dag
        self.plekken = Plekken([w.vrij for w in dag.werkers], schaars, _zelfde(dag), mag or _vrijuit)
        self.keten = Keten(self.plekken, self._taken, mag_door)
        self.blokken = blokken

    def zoek(self, nieuw: Sequence[Taak], diepte: int) -> Gevonden | None:
        """Somebody for each of these."""
        return self.keten.zoek(nieuw, diepte)

    def onmogelijk(self, kan: Sequence[int], cellen: int) -> int:
        """Of these cells, those in which none of ``kan`` can be had whoever moves."""
        return onmogelijk(self.keten.staand, self.plekken, kan, cellen)

    def _taken(self) -> list[Taak]:
        self.wie, taken = _beurttaken(self.dag, self.blokken)
        return taken

    def anders(self, gevonden: Gevonden) -> dict[int, dict[int, Werker]]:
        """Per block (index) and beurt who does it now."""
        uit: dict[int, dict[int, Werker]] = {}
        for taak, plek in gevonden.anders.items():
            blok, beurt = self.wie[taak]
            uit.setdefault(blok, {})[beurt] = self.dag.werkers[plek]
        return uit


class Balietaken:
    """The balies of a day, and which appointment is at each."""

    def __init__(
        self,
        dag: Dagaanbod,
        blokken: Sequence[Blok],
        nodig: frozenset[str],
        schaars: Sequence[float],
        mag_door: Callable[[], bool],
    ) -> None:
        self.dag, self.nodig = dag, nodig
        self.plekken = Plekken([p.vrij for p in dag.plekken], schaars, [()] * len(dag.plekken), _vrijuit)
        self.keten = Keten(self.plekken, self._taken, mag_door)
        self.blokken = blokken

    def zoek(self, tijd: int, diepte: int) -> Gevonden | None:
        """One balie for all of it."""
        return self.keten.zoek([Taak(tijd, _balies_voor(self.dag, self.nodig, tijd))], diepte)

    def onmogelijk(self, cellen: int) -> int:
        """Of these cells, those in which no balie can be found whoever moves."""
        kan = [i for i, p in enumerate(self.dag.plekken) if p.heel_met(self.nodig)]
        return onmogelijk(self.keten.staand, self.plekken, kan, cellen)

    def _taken(self) -> list[Taak]:
        self.wie, taken = _balietaken(self.dag, self.blokken)
        return taken

    def anders(self, gevonden: Gevonden) -> dict[int, int]:
        """Per block (index) the balie it has now."""
        return {self.wie[taak]: self.dag.plekken[plek].balie_id for taak, plek in gevonden.anders.items()}


def kan_doen(dag: Dagaanbod, producten: frozenset[int], specialismen: frozenset[str]) -> tuple[int, ...]:
    """Who (index) on duty masters these products and holds these specialismen."""
    return tuple(
        i for i, w in enumerate(dag.werkers) if producten <= w.producten and specialismen <= w.specialismen
    )


def _zelfde(dag: Dagaanbod) -> list[list[int]]:
    """Per shift the other shifts of the same person."""
    return [
        [j for j, ander in enumerate(dag.werkers) if j != i and ander.medewerker_id == w.medewerker_id]
        for i, w in enumerate(dag.werkers)
    ]


def _beurttaken(dag: Dagaanbod, blokken: Sequence[Blok]) -> tuple[list[tuple[int, int]], list[Taak]]:
    """((block, beurt), task) of everything that may be moved."""
    index = {w.inzet_id: i for i, w in enumerate(dag.werkers)}
    kan = cache(partial(kan_doen, dag))
    wie, taken = [], []
    for i, blok in enumerate(blokken):
        for k, beurt in enumerate(() if blok.is_vast else blok.beurten):
            op = None if beurt.inzet_id is None else index.get(beurt.inzet_id)
            if op is None:
                continue
            heeft = dag.werkers[op].specialismen if blok.houdt_alles else frozenset()
            wie.append((i, k))
            taken.append(Taak(beurt.tijd, kan(beurt.producten, blok.specialismen | heeft), op))
    return _op_hun_plek(wie, taken)


def _balietaken(dag: Dagaanbod, blokken: Sequence[Blok]) -> tuple[list[int], list[Taak]]:
    """(block, task) of everything that may be moved to another balie."""
    index = {p.balie_id: i for i, p in enumerate(dag.plekken)}
    wie, taken = [], []
    for i, blok in enumerate(blokken):
        op = None if blok.balie_id is None or blok.is_vast else index.get(blok.balie_id)
        if op is None:
            continue
        heeft = dag.plekken[op].voorzieningen if blok.houdt_alles else frozenset()
        wie.append(i)
        taken.append(Taak(blok.tijd, _balies_voor(dag, blok.voorzieningen | heeft, blok.tijd), op))
    return _op_hun_plek(wie, taken)


def _op_hun_plek(wie: list[T], taken: list[Taak]) -> tuple[list[T], list[Taak]]:
    """Only those that stand where they could stand."""
    goed = [(w, taak) for w, taak in zip(wie, taken, strict=True) if taak.op in taak.kan]
    return [w for w, _ in goed], [taak for _, taak in goed]


def _balies_voor(dag: Dagaanbod, nodig: frozenset[str], tijd: int) -> tuple[int, ...]:
    return tuple(i for i, p in enumerate(dag.plekken) if tijd & ~p.heel_met(nodig) == 0)


def _vrijuit(vrij: Sequence[int], plek: int, tijd: int) -> bool:
    """Any balie may be taken; what is scarce there is only kept for last."""
    return True
