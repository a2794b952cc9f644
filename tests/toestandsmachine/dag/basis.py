"""What every rule of the day shares: do a deed, and hold it against what was expected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from hypothesis.stateful import RuleBasedStateMachine, invariant

from locaties.rules.weigering import Weigering
from tests.bouwers import Kantoorscene
from tests.toestandsmachine.proefrun import Proefrun

from .stand import Rij, gebroken, lees
from .wereld import BEGIN


class Dagbasis(RuleBasedStateMachine):
    """A run: the clock, who presses what, and the database as it was after the step before."""

    scene: ClassVar[Kantoorscene]
    afspraken: ClassVar[list[UUID]]
    telling: ClassVar[Counter[tuple[str, str]]] = Counter()

    def __init__(self) -> None:
        """Begin ten minutes before the office opens, with nobody in it."""
        super().__init__()
        self.proefrun = Proefrun()
        self.nu: datetime = BEGIN
        self.stand = lees()
        self.mag: dict[UUID, str] = {}

    def teardown(self) -> None:
        """Undo all."""
        self.proefrun.klaar()

    def doe(self, daad: Callable[..., Any], hoort: bool | None, **velden: Any) -> tuple[Any, str]:
        """Return what came of it and "", or None and the code of the refusal: then nothing changed.

        ``hoort``: whether it should succeed; None where the run does not know.
        """
        voor = lees()
        try:
            uit, nee = daad(nu=self.nu, **velden), ""
        except Weigering as weigering:
            uit, nee = None, weigering.code
            assert lees() == voor, f"{daad.__name__} was refused ({nee}), and yet something changed"
        assert hoort is None or hoort == (not nee), f"{daad.__name__}: {nee or 'was not refused'}"
        self.telling[daad.__name__, nee] += 1
        return uit, nee

    def wie(self, nummer: int, *statussen: str) -> Rij | None:
        """Return a visit, rather one in one of these states."""
        rijen = sorted(self.stand.bezoeken.values(), key=lambda rij: (rij["letter"], rij["nummer"]))
        liefst = [rij for rij in rijen if rij["status"] in statussen] or rijen
        return liefst[nummer % len(liefst)] if liefst else None

    def plek(self, nummer: int) -> Rij | None:
        """Return a workplace, rather an open one."""
        rijen = sorted(self.stand.werkplekken.values(), key=lambda rij: rij["id"])
        open_ = [rij for rij in rijen if not rij["einde"]] or rijen
        return open_[nummer % len(open_)] if open_ else None

    def hier(self, plek: Rij) -> Rij | None:
        """Return who is at the balie of this workplace."""
        aan = ("opgeroepen", "in_behandeling")
        alle = self.stand.bezoeken.values()
        return next((r for r in alle if r["status"] in aan and r["balie_id"] == plek["balie_id"]), None)

    def paar(self, nummer: int, *statussen: str) -> tuple[Rij, Rij] | None:
        """Return a workplace with who is there in one of these states; sometimes another visit or place."""
        zitten = [rij for rij in self.stand.werkplekken.values() if not rij["einde"]]
        paren = [(plek, hier) for plek in zitten if (hier := self.hier(plek))]
        goed = [paar for paar in paren if paar[1]["status"] in statussen]
        if goed and nummer % 8:
            return goed[nummer % len(goed)]
        plek, rij = self.plek(nummer), self.wie(nummer, *statussen)
        return (plek, rij) if plek and rij else None

    @invariant()
    def alles_klopt(self) -> None:
        """After every step, whatever it was."""
        na = lees()
        mis = list(gebroken(self.stand, na, mag=self.mag, nu=self.nu))
        assert not mis, "\n".join(mis)
        self.stand, self.mag = na, {}
