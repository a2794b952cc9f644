"""An appointment that already stands on a day, as planning sees it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from locaties.rules.tijdvak import masker


@dataclass(frozen=True, slots=True)
class Beurt:
    """What one employee does in one appointment: cells [cel, cel + cellen), products, and who does it now."""

    cel: int
    cellen: int
    producten: frozenset[int]
    inzet_id: int | None
    medewerker_id: int | None

    @property
    def tijd(self) -> int:
        """Its cells as a mask."""
        return masker(self.cel, self.cel + self.cellen)


@dataclass(frozen=True, slots=True)
class Blok:
    """Who does one appointment and where, and what they must have.

    The free masks of the ``Dagaanbod`` beside it have its time taken out already. ``voorzieningen``: what the
    balie must have. ``heeft_behoefte``: something was agreed with this visitor. ``is_vast``: stays where it
    is (promised, begun, arrived). ``houdt_alles``: what is needed is not known to planning; whoever takes
    over has every specialisme, and another balie every provision, of the present one.
    """

    afspraak_id: UUID
    beurten: tuple[Beurt, ...]
    balie_id: int | None
    specialismen: frozenset[str] = frozenset()
    voorzieningen: frozenset[str] = frozenset()
    heeft_behoefte: bool = False
    is_vast: bool = False
    houdt_alles: bool = False

    @property
    def tijd(self) -> int:
        """Cells of the whole appointment as a mask."""
        return masker(self.beurten[0].cel, self.beurten[-1].cel + self.beurten[-1].cellen)


@dataclass(frozen=True, slots=True)
class Wissel:
    """One appointment that gets other people or another balie; its times and products stay."""

    blok: Blok
    naar: Blok

    @property
    def werkers(self) -> tuple[Beurt, ...]:
        """Who does each beurt from now on."""
        return self.naar.beurten

    @property
    def balie_id(self) -> int | None:
        """Where it is from now on."""
        return self.naar.balie_id
