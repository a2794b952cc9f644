"""What is asked of the offices: which parts, how long, and what must be there."""

from __future__ import annotations

from dataclasses import dataclass, field

from locaties.rules.tijdvak import cellen_nodig
from toegankelijkheid.rules.vereisten import GEEN_VEREISTEN, Vereisten

from .duur import Deel


@dataclass(frozen=True, slots=True)
class Vraag:
    """Parts in the order in which they are served, with the vereisten of all who come.

    ``aanloop_minuten``: shortest time between now and the start. ``horizon_dagen``: furthest day of these
    products, None = the office's own.
    """

    delen: tuple[Deel, ...]
    vereisten: Vereisten = GEEN_VEREISTEN
    categorieen: frozenset[str] = field(default_factory=frozenset)
    aanloop_minuten: int = 0
    horizon_dagen: int | None = None

    @property
    def product_ids(self) -> tuple[int, ...]:
        """Products in the order asked, each once."""
        return tuple(dict.fromkeys(deel.product_id for deel in self.delen))

    def cellen_per_deel(self) -> tuple[int, ...]:
        """Cells of each part; the extra time of the vereisten belongs to the first."""
        cellen = [max(1, cellen_nodig(deel.minuten)) for deel in self.delen]
        cellen[0] += cellen_nodig(self.vereisten.extra_minuten)
        return tuple(cellen)

    @property
    def heeft_behoefte(self) -> bool:
        """Whether anything must be arranged: ordinary questions leave the time kept for these alone."""
        return self.vereisten != GEEN_VEREISTEN

    @property
    def cellen(self) -> int:
        """Cells of the whole appointment."""
        return sum(self.cellen_per_deel())
