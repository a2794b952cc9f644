"""What the rules of the queue look at: who waits, who is expected, and who sits where.

Times are seconds since the start of the local day; durations in ``minuten`` are minutes.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevraagd:
    """What one visit asks of the employee and of the balie.

    ``product_ids``: of the turn that comes next; ``product_id``: the one with the most minutes, by which its
    duration is known; ``balie_id``: reserved; ``begin``: of the appointment.
    """

    id: UUID
    product_ids: frozenset[int]
    minuten: float
    specialismen: frozenset[str] = frozenset()
    voorzieningen: frozenset[str] = frozenset()
    spreektaal: str = ""
    voor_medewerker: int | None = None
    balie_id: int | None = None
    begin: float | None = None
    product_id: int | None = None

    @property
    def heeft_eisen(self) -> bool:
        """Whether not every employee or not every balie will do."""
        return bool(self.specialismen or self.voorzieningen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wachtende(Gevraagd):
    """A visit that waits: not called before ``vroegste``, promised to be called by ``uiterste``."""

    letter: str
    nummer: int
    vroegste: float
    uiterste: float
    is_afspraak: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Verwacht(Gevraagd):
    """An appointment that has not arrived yet. ``begin`` is always there."""

    kans_afwezig: float = 0.07


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaats:
    """An employee at a balie, on duty until ``tot``.

    ``vrij``: can be called to now. ``klaar_verwacht``: when the present visit, or the pause, is expected to
    be over; of somebody whose shift has yet to begin: when it begins. ``pauzes``: planned ones still to come,
    [begin, end).
    """

    werkplek_id: int
    medewerker_id: int
    balie_id: int
    product_ids: frozenset[int]
    specialismen: frozenset[str] = frozenset()
    talen: frozenset[str] = frozenset()
    voorzieningen: frozenset[str] = frozenset()
    vrij: bool = True
    klaar_verwacht: float | None = None
    is_pauze: bool = False
    tot: float = float("inf")
    pauzes: tuple[tuple[float, float], ...] = ()

    def past(self, vraag: Gevraagd) -> bool:
        """Whether this employee at this balie may serve that visit."""
        return (
            vraag.product_ids <= self.product_ids
            and vraag.specialismen <= self.specialismen
            and vraag.voorzieningen <= self.voorzieningen
            and vraag.voor_medewerker in (None, self.medewerker_id)
        )
