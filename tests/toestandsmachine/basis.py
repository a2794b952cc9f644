"""What every rule shares: do a deed, look at the database, say what is broken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any, ClassVar
from uuid import UUID

from hypothesis.stateful import RuleBasedStateMachine, invariant

from afspraken.actions.stappen.weigeringen import TijdBezet, TijdNietMogelijk
from afspraken.queries.vrije_tijden import vrije_tijden
from afspraken.rules.vraag import Vraag
from locaties.rules.weigering import Weigering
from tests.bouwers import NU, op

from .catalogus import OPEN_VAN
from .keuzes import Plek
from .model import TIJDELIJK, Belofte, Model
from .oordeel import gebroken
from .proefrun import Proefrun
from .stand import lees, lees_vast

GEEN_PLEK = {TijdBezet.code, TijdNietMogelijk.code}


class Basis(RuleBasedStateMachine):
    """A run: the clock, the model, and the database as it was after the step before."""

    # Over all runs: how often each deed did something, did nothing, or was refused and why.
    telling: ClassVar[Counter[tuple[str, str]]] = Counter()

    def __init__(self) -> None:
        """Begin on Monday morning with an empty agenda."""
        super().__init__()
        self.proefrun = Proefrun()
        self.nu: datetime = NU
        self.model = Model()
        self.vast, self.stand = lees_vast(), lees()
        self.mag_weg = self.mag_los = False
        self.gedaan: list[str] = []

    def teardown(self) -> None:
        """Undo all."""
        self.proefrun.klaar()

    def doe(self, daad: Callable[..., Any], **velden: Any) -> tuple[Any, str]:
        """Return what came of the deed and "", or None and the code of the refusal: then nothing changed."""
        self.model.stap += 1
        voor = lees() if self.gedaan else self.stand
        try:
            uit = daad(nu=self.nu, **velden)
        except Weigering as weigering:
            nee = weigering.code
        else:
            self.gedaan.append(daad.__name__)
            return uit, ""
        assert lees() == voor, f"refused ({nee}), and yet something changed"
        self.telling[daad.__name__, nee] += 1
        return None, nee

    def liefst(self, belofte: UUID, eis: Callable[[Belofte], bool]) -> Belofte | None:
        """Return this appointment; where something else would come of it, rather one that fits."""
        alle = self.model.beloften
        gekozen = alle.get(belofte)
        if gekozen is None or not eis(gekozen):
            return next((b for b in alle.values() if b.formulier and eis(b)), gekozen)
        return gekozen

    def tijden(self, vraag: Vraag, kantoor: str, datum: date, **anders: Any) -> list[datetime]:
        """What the site offers that day."""
        gevonden = vrije_tijden(vraag=vraag, locatie=kantoor, datum=datum, nu=self.nu, **anders)
        return [tijd.begin for tijd in gevonden]

    def kies(self, vraag: Vraag, plek: Plek, **anders: Any) -> tuple[datetime, bool]:
        """Return a start, and whether it was offered: then it must succeed."""
        tijden = self.tijden(vraag, plek.kantoor, plek.datum, **anders)
        if plek.aangeboden and tijden:
            return tijden[plek.nummer % len(tijden)], True
        begin = op(OPEN_VAN, plek.datum) + plek.nummer * timedelta(minutes=5)
        return begin, begin in tijden

    @invariant()
    def alles_klopt(self) -> None:
        """After every step, whatever it was."""
        na = lees()
        for pk in list(self.model.beloften):
            self._neem_over(pk, na.afspraken.get(pk))
        mis = gebroken(self.model, self.stand, na, self.vast, self.nu)
        assert not mis, "\n".join(mis)
        for naam in self.gedaan:
            self.telling[naam, "" if na != self.stand else "niets"] += 1
        self.gedaan = []
        self.stand, self.mag_weg, self.mag_los = na, False, False

    def _neem_over(self, pk: UUID, rij: dict[str, Any] | None) -> None:
        """Take over what may happen by the way: a hold that is over ends, one that came to nothing goes."""
        belofte = self.model.beloften[pk]
        if rij is None:
            if self.mag_weg and belofte.status == "verlopen":
                del self.model.beloften[pk]
            return
        te_laat = belofte.status in TIJDELIJK and not belofte.houdt(self.nu)
        los = self.mag_los and belofte.status == "vastgehouden"
        if rij["status"] == "verlopen" and (te_laat or los):
            belofte.verlopen()
