"""Who stands where while the search for room goes on, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from .toewijzing import Kracht, beste


@dataclass(frozen=True, slots=True)
class Taak:
    """Something that needs one place during its cells: which places can do it (index), where it is now."""

    tijd: int
    kan: tuple[int, ...]
    op: int | None = None


@dataclass(frozen=True, slots=True)
class Plekken:
    """The places of one kind (employees, or balies): free masks, scarcity, and which are one and the same.

    ``zelfde``: per place the others that are the same person (a second shift).
    ``mag``: whether these cells of this place may be taken, given all free masks.
    """

    vrij: Sequence[int]
    schaarste: Sequence[float]
    zelfde: Sequence[Sequence[int]]
    mag: Callable[[Sequence[int], int, int], bool]


@dataclass(frozen=True, slots=True)
class Gevonden:
    """Where the new tasks go, which present ones (number) go elsewhere, and what is free afterwards."""

    nieuw: tuple[int, ...]
    anders: Mapping[int, int]
    vrij: tuple[int, ...]


class Bezetting:
    """Tasks on places of one kind. ``taken``: what stands there now and may be moved, made when needed."""

    def __init__(self, plekken: Plekken, taken: Callable[[], Sequence[Taak]]) -> None:
        self.plekken, self._maak_taken = plekken, taken
        self._naast: dict[int, list[int]] = {}
        self.begin(())

    @cached_property
    def staand(self) -> list[Taak]:
        """The tasks that stand there now."""
        return list(self._maak_taken())

    def begin(self, nieuw: Sequence[Taak], *, met_staand: bool = False) -> None:
        """Start anew: everything where it is, and these without a place (numbers from ``eerste`` on)."""
        self.vrij = list(self.plekken.vrij)
        self.taken: list[Taak] = [*(self.staand if met_staand else ()), *nieuw]
        self.eerste = len(self.taken) - len(nieuw)
        self.op = [taak.op for taak in self.taken]
        self._verloop: list[tuple[int, int | None]] = []

    def gevonden(self) -> Gevonden:
        """What it has come to."""
        nieuw = tuple(plek for plek in self.op[self.eerste :] if plek is not None)
        anders = {
            i: plek
            for i, (plek, taak) in enumerate(zip(self.op[: self.eerste], self.taken, strict=False))
            if plek is not None and plek != taak.op
        }
        return Gevonden(nieuw, anders, tuple(self.vrij))

    def is_vrij(self, taak: Taak, plek: int) -> bool:
        """Whether it can have this place as things stand."""
        return not taak.tijd & ~self.vrij[plek] and self.plekken.mag(self.vrij, plek, taak.tijd)

    def beste_vrije(self, taak: Taak) -> int | None:
        """The place that is free for it and least missed."""
        passend = [plek for plek in taak.kan if self.is_vrij(taak, plek)]
        if len(passend) < 2:
            return passend[0] if passend else None
        krachten = [Kracht(plek, self.vrij[plek], self.plekken.schaarste[plek]) for plek in passend]
        return beste(krachten, *_cellen(taak.tijd))

    def in_de_weg(self, i: int) -> dict[int, list[int]]:
        """Places where only movable ones are in the way of this task, with who they are."""
        taak = self.taken[i]
        wie: dict[int | None, list[int]] = {plek: [] for plek in taak.kan}
        for j in self._gelijktijdig(taak.tijd):
            if self.op[j] in wie and j != i:
                wie[self.op[j]].append(j)
        return {plek: wie[plek] for plek in taak.kan if self._maken_ruimte(taak, plek, wie[plek])}

    def zet(self, i: int, plek: int) -> None:
        """Give a task a place; that person is then busy in every shift."""
        self._schrijf(i, plek)
        for zelf in (plek, *self.plekken.zelfde[plek]):
            self.vrij[zelf] &= ~self.taken[i].tijd

    def verdring(self, i: int, plek: int, weg: Sequence[int]) -> bool:
        """Take those off and put this one there; False (and nothing changed) when it may not be taken."""
        stand = self.onthoud()
        for j in weg:
            self._schrijf(j, None)
            self.vrij[plek] |= self.taken[j].tijd
        if not self.plekken.mag(self.vrij, plek, self.taken[i].tijd):
            self.terug(stand)
            return False
        self.zet(i, plek)
        return True

    def onthoud(self) -> tuple[list[int], int]:
        """Mark the present state."""
        return self.vrij[:], len(self._verloop)

    def terug(self, stand: tuple[list[int], int]) -> None:
        """Go back to a marked state."""
        self.vrij = stand[0][:]
        while len(self._verloop) > stand[1]:
            i, plek = self._verloop.pop()
            self.op[i] = plek

    def _gelijktijdig(self, tijd: int) -> list[int]:
        """Tasks in the same cells; times never change, so the standing ones are looked up once."""
        if not self.eerste:
            return []
        if tijd not in self._naast:
            self._naast[tijd] = [j for j, taak in enumerate(self.staand) if taak.tijd & tijd]
        nieuw = (j for j in range(self.eerste, len(self.taken)) if self.taken[j].tijd & tijd)
        return [*self._naast[tijd], *nieuw]

    def _maken_ruimte(self, taak: Taak, plek: int, weg: list[int]) -> bool:
        dekking = self.vrij[plek]
        for j in weg:
            dekking |= self.taken[j].tijd
        return bool(weg) and taak.tijd & ~dekking == 0

    def _schrijf(self, i: int, plek: int | None) -> None:
        self._verloop.append((i, self.op[i]))
        self.op[i] = plek


def _cellen(tijd: int) -> tuple[int, int]:
    """(first cell, number of cells) of an unbroken mask."""
    eerste = (tijd & -tijd).bit_length() - 1
    return eerste, tijd.bit_length() - eerste
