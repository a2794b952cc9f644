"""Find a place for a task by letting others make room.

First the ejection chain (algoritmen.md 2.2), with iterative deepening: one after another moves to a free
place, then two, then three. It finds the smallest change. What it does not find is wandered after: whoever is
put off takes the place of those that were put off least, as in guided ejection search (Nagata and Braysy
2009). Fixed-interval scheduling with eligibility is NP-hard, so both can miss a solution.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from .bezetting import Bezetting, Gevonden, Plekken, Taak

KNOPEN = 150  # per depth
TEGELIJK = 3  # how many may make room at one place
STAPPEN = 400  # of wandering
ZWERVEN = 4
DIEPTEN = range(ZWERVEN + 1)  # 0: it fits as things stand; 1-3: so many in a row; 4: wandering


class Knopen:
    """A limit that several searches share: so many nodes in all. The same input gives the same answer."""

    def __init__(self, aantal: int) -> None:
        self.over = aantal

    def __call__(self) -> bool:
        """Whether there is room for one more node."""
        self.over -= 1
        return self.over >= 0


class Keten:
    """Search for places of one kind; every search starts from the same state."""

    def __init__(
        self, plekken: Plekken, taken: Callable[[], Sequence[Taak]], mag_door: Callable[[], bool]
    ) -> None:
        self.bezetting, self.mag_door = Bezetting(plekken, taken), mag_door
        self.knopen = 0

    @property
    def staand(self) -> list[Taak]:
        """The tasks that stand there now."""
        return self.bezetting.staand

    def zoek(self, nieuw: Sequence[Taak], diepte: int) -> Gevonden | None:
        """Find the new tasks a place, with the effort of this depth (``DIEPTEN``)."""
        self.bezetting.begin(nieuw, met_staand=diepte > 0)
        wie = range(self.bezetting.eerste, len(self.bezetting.taken))
        self.knopen = STAPPEN if diepte == ZWERVEN else KNOPEN
        gelukt = self._zwerf(wie) if diepte == ZWERVEN else self._allemaal(wie, diepte, frozenset(wie))
        return self.bezetting.gevonden() if gelukt else None

    def _allemaal(self, wie: Sequence[int], diepte: int, vast: frozenset[int]) -> bool:
        """Find all of these a place; who was just given one is not moved again."""
        for i in wie:
            if not self._plaats(i, diepte, vast):
                return False
            vast |= {i}
        return True

    def _plaats(self, i: int, diepte: int, vast: frozenset[int]) -> bool:
        if not self._mag_nog():
            return False
        vrij = self.bezetting.beste_vrije(self.bezetting.taken[i])
        if vrij is not None:
            self.bezetting.zet(i, vrij)
            return True
        return diepte > 0 and any(
            self._verdring(i, plek, weg, diepte, vast) for plek, weg in self._te_verdringen(i, vast)
        )

    def _verdring(self, i: int, plek: int, weg: list[int], diepte: int, vast: frozenset[int]) -> bool:
        """Take those off, put this one there, and find the others a place; all or nothing."""
        stand = self.bezetting.onthoud()
        if self.bezetting.verdring(i, plek, weg):
            if self._allemaal(self._hardste_eerst(weg), diepte - 1, vast | {i}):
                return True
            self.bezetting.terug(stand)
        return False

    def _te_verdringen(self, i: int, vast: frozenset[int]) -> list[tuple[int, list[int]]]:
        """Places where few are in the way and none that was just placed; fewest first."""
        kan = [
            (plek, weg)
            for plek, weg in self.bezetting.in_de_weg(i).items()
            if len(weg) <= TEGELIJK and vast.isdisjoint(weg)
        ]
        return sorted(kan, key=lambda k: (len(k[1]), self.bezetting.plekken.schaarste[k[0]], k[0]))

    def _zwerf(self, wie: Sequence[int]) -> bool:
        """Let whoever has no place take one, until all have one; who keeps coming back weighs more."""
        gewicht, zonder = Counter[int](), list(reversed(wie))
        while zonder:
            i = zonder.pop()
            plek = self._terug_of_vrij(i)
            if plek is not None:
                self.bezetting.zet(i, plek)
                continue
            gewicht[i] += 1
            weg = self._lichtste(i, gewicht) if self._mag_nog() else None
            if weg is None:
                return False
            zonder += reversed(self._hardste_eerst(weg))
        return True

    def _terug_of_vrij(self, i: int) -> int | None:
        """Where it came from, if that is free again: the fewer move, the better."""
        taak = self.bezetting.taken[i]
        if taak.op is not None and self.bezetting.is_vrij(taak, taak.op):
            return taak.op
        return self.bezetting.beste_vrije(taak)

    def _lichtste(self, i: int, gewicht: Counter[int]) -> list[int] | None:
        """Put it where those in the way weigh least, and return them; None when there is no such place."""
        schaars = self.bezetting.plekken.schaarste
        kan = [
            (sum(1 + gewicht[j] for j in weg), schaars[plek], plek, weg)
            for plek, weg in self.bezetting.in_de_weg(i).items()
        ]
        return next((weg for *_, plek, weg in sorted(kan) if self.bezetting.verdring(i, plek, weg)), None)

    def _hardste_eerst(self, wie: Sequence[int]) -> list[int]:
        return sorted(wie, key=lambda j: (len(self.bezetting.taken[j].kan), j))

    def _mag_nog(self) -> bool:
        self.knopen -= 1
        return self.knopen >= 0 and self.mag_door()


def onmogelijk(taken: Sequence[Taak], plekken: Plekken, kan: Sequence[int], cellen: int) -> int:
    """Of these cells, those in which a task that can go to ``kan`` never fits, whoever moves.

    In one cell times do not matter, and Hall's theorem is exact: it fits when a path of who could take over
    from whom ends at a place that is free.
    """
    erbij = [taak for taak in taken if taak.tijd & cellen]
    nooit = 0
    while cellen:
        cel = cellen & -cellen
        cellen ^= cel
        wie = {taak.op: taak for taak in erbij if taak.tijd & cel}
        if not _komt_vrij(plekken.vrij, wie, kan, cel):
            nooit |= cel
    return nooit


def _komt_vrij(vrij: Sequence[int], wie: Mapping[int | None, Taak], kan: Sequence[int], cel: int) -> bool:
    gezien, te_gaan = set(kan), list(kan)
    while te_gaan:
        plek = te_gaan.pop()
        if vrij[plek] & cel:
            return True
        nieuw = set(wie[plek].kan) - gezien if plek in wie else set()
        gezien |= nieuw
        te_gaan += nieuw
    return False
