"""What the days came to: waits, and every forecast against what happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from statistics import fmean
from uuid import UUID

from afspraken.rules.behandelduur import kwantiel
from afspraken.rules.niveau import Niveau, na_oproep
from afspraken.rules.venster import Venster, bijgewerkt, eerste_venster
from afspraken.rules.wachttijd import voorspel

from .kantoor import NORM
from .spel import Dag
from .vraag import Bezoeker

P80 = 0.80
LANG_GENOEG = 4 * 60.0  # who waits shorter hardly has a window to revise
OP_TIJD = 5 * 60.0


@dataclass(frozen=True, slots=True)
class Voorspeld:
    """One forecast at arrival, and the wait it was of (seconds); ``naief``: queue x mean / counters."""

    wacht: float
    p50: float
    p80: float
    naief: float
    herzieningen: int
    is_afspraak: bool


@dataclass
class Uitslag:
    """All days together."""

    voorspeld: list[Voorspeld] = field(default_factory=list)
    wacht_inloop: list[float] = field(default_factory=list)
    wacht_afspraak: list[float] = field(default_factory=list)
    wacht_behoefte: list[float] = field(default_factory=list)

    def erbij(self, ander: Uitslag) -> None:
        for naam, rij in vars(ander).items():
            getattr(self, naam).extend(rij)


class Kijker:
    """Looks on during a day: forecasts who has to wait, holds the window, and learns the level."""

    def __init__(self, niveau: Niveau, toeval: Random, *, voorspelt: bool) -> None:
        self.niveau, self.toeval, self.voorspelt = niveau, toeval, voorspelt
        self.eerste: dict[UUID, tuple[float, float, float, float]] = {}  # arrival, p50, p80, naive
        self.vensters: dict[UUID, Venster] = {}
        self.beoordeeld: set[UUID] = set()

    def __call__(self, dag: Dag, nieuw: Bezoeker | None) -> None:
        self._leer(dag)
        wacht_nieuw = nieuw is not None and nieuw.id in dag.wachtend
        if not dag.wachtend or (nieuw is not None and not wacht_nieuw):
            return
        if not self.voorspelt:
            if nieuw is not None:
                self.eerste[nieuw.id] = (dag.nu, dag.nu, dag.nu, naief(dag))
            return
        tijden = voorspel(dag.kantoorstand(), self.toeval)
        for wie, tijd in tijden.items():
            if nieuw is not None and wie == nieuw.id:
                self.eerste[wie] = (dag.nu, tijd.op(0.5), tijd.op(self.niveau.waarde), naief(dag))
                self.vensters[wie] = eerste_venster(tijd, dag.nu, self.niveau)
            elif nieuw is None and wie in self.vensters:
                self.vensters[wie] = bijgewerkt(self.vensters[wie], tijd, dag.nu, self.niveau)

    def _leer(self, dag: Dag) -> None:
        for wie in (self.eerste.keys() & dag.geroepen.keys()) - self.beoordeeld:
            self.beoordeeld.add(wie)
            raak = dag.geroepen[wie] <= self.eerste[wie][2]
            self.niveau = na_oproep(self.niveau, raak=raak)

    def uitslag(self, dag: Dag) -> Uitslag:
        """Return this day's; everybody who came must have been called."""
        uit = Uitslag()
        for wie in dag.bezoekers:
            if wie.aankomst is None:
                continue
            op = dag.geroepen[wie.id]
            wacht = op - max(wie.aankomst, wie.begin or 0.0)
            (uit.wacht_inloop if wie.begin is None else uit.wacht_afspraak).append(wacht)
            if wie.begin is not None and wie.heeft_eisen:
                uit.wacht_behoefte.append(wacht)
            if wie.id in self.eerste:
                uit.voorspeld.append(self._voorspeld(wie, op))
        return uit

    def _voorspeld(self, wie: Bezoeker, op: float) -> Voorspeld:
        aankomst, p50, p80, naief_ = self.eerste[wie.id]
        herzieningen = self.vensters[wie.id].herzieningen if wie.id in self.vensters else 0
        is_afspraak = wie.begin is not None
        return Voorspeld(op - aankomst, p50 - aankomst, p80 - aankomst, naief_, herzieningen, is_afspraak)


def naief(dag: Dag) -> float:
    """Queue length x mean duration / open counters, seconds."""
    duren = [dag.verwachte_duur(dag.op_id[wie]) for wie in dag.wachtend]
    return sum(duren) / max(1, sum(not plaats.is_pauze for plaats in dag.plaatsen()))


def pinball(waar: float, voorspeld: float, deel: float = P80) -> float:
    """What a forecast of this quantile costs."""
    return max(deel * (waar - voorspeld), (deel - 1) * (waar - voorspeld))


def beste_lijn(punten: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return (a, b) so that a + b x is the best straight P80 of y: the help that the naive forecast gets."""

    def past(b: float) -> tuple[float, float, float]:
        a = kwantiel(sorted(y - b * x for x, y in punten), P80)
        return fmean(pinball(y, a + b * x) for x, y in punten), a, b

    _, a, b = min(past(b / 20) for b in range(81))
    return a, b


def verwachtingen(uitslag: Uitslag, lijn: tuple[float, float]) -> dict[str, float]:
    """Return the figures of the forecasts of walk-ins who had to wait."""
    gewacht = [v for v in uitslag.voorspeld if not v.is_afspraak]
    lang = [v for v in gewacht if v.wacht >= LANG_GENOEG]
    a, b = lijn
    onze = fmean(pinball(v.wacht, v.p80) for v in gewacht)
    return {
        "wachttijd_mae_s": fmean(abs(v.wacht - v.p50) for v in gewacht),
        "wachttijd_p80_dekking": fmean(v.wacht <= v.p80 for v in gewacht),
        "wachttijd_pinball_winst": 1 - onze / fmean(pinball(v.wacht, v.naief) for v in gewacht),
        # Harder: the naive forecast may learn its best straight line from other days.
        "wachttijd_pinball_winst_geleerd": 1
        - onze / fmean(pinball(v.wacht, a + b * v.naief) for v in gewacht),
        "wachttijd_herzieningen": fmean(v.herzieningen for v in lang),
    }


def wachten(uitslag: Uitslag) -> dict[str, float]:
    """Return the figures of who is called when."""
    inloop = sorted(uitslag.wacht_inloop)
    return {
        "afspraak_binnen_5min": fmean(wacht <= OP_TIJD for wacht in uitslag.wacht_afspraak),
        "behoefte_binnen_5min": fmean(wacht <= OP_TIJD for wacht in uitslag.wacht_behoefte),
        "inloop_p90_min": kwantiel(inloop, 0.9) / 60,
        "inloop_gemiddeld_min": fmean(inloop) / 60,
        "inloop_binnen_norm": fmean(wacht <= NORM * 60 for wacht in inloop),
    }
