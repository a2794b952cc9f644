"""When everybody who waits will be called: the real rule, played forward a hundred times.

Source: algoritmen.md 5.1. Runs in the worker, never in a request. Walk-ins still to come are left out: they
cannot overtake.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from random import Random
from uuid import UUID

from .behandelduur import PRIOR, kwantiel
from .belofte import vroegste_van
from .bord import Bord, bits, maak_bord, stand_op
from .opkomst import Opkomst, opkomst
from .verloop import AANKOMST, PAUZE, PLAATS_VRIJ, WEK, Begin, Gebeurtenis, speel
from .vooruitzien import GEDULD
from .wachtrij import Gevraagd, Plaats, Verwacht, Wachtende

KEREN = 100
HORIZON = 2 * 3600.0  # appointments later than this do not change what is shown: "more than an hour"
PAUZE_ZONDER_EINDE = 15 * 60.0
UITLOOP = 0.25  # of a visit that has taken longer than any before: what may remain, as a share of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Bezig:
    """A visit at a balie since ``sinds``, with the equally likely durations (seconds) of its kind."""

    sinds: float
    duren: Sequence[float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kantoorstand:
    """Everything the forecast of one office looks at.

    ``duren``: seconds, ascending, per waiting or expected visit (``behandelduur.duren``; visits of one kind
    had better share one sequence); of who is not in it the planned minutes count, as a prior. ``bezig``: per
    werkplek_id; ``factor``: how slow today is; ``wissel``: seconds between two visits.
    """

    nu: float
    wachtenden: Sequence[Wachtende]
    plaatsen: Sequence[Plaats]
    verwacht: Sequence[Verwacht] = ()
    duren: Mapping[UUID, Sequence[float]] = field(default_factory=dict)
    bezig: Mapping[int, Bezig] = field(default_factory=dict)
    factor: float = 1.0
    wissel: float = 0.0


@dataclass(frozen=True, slots=True)
class Wachttijd:
    """Call times (seconds of the local day) of one visit over all replications, ascending.

    Infinite: not called before everybody has gone home. Empty: nobody on duty may serve this visit.
    """

    momenten: tuple[float, ...]

    @property
    def geen_collega(self) -> bool:
        """Whether the host must be asked, because no number would be true."""
        return not self.momenten

    def op(self, deel: float) -> float:
        """Return the call time that this share of the replications does not exceed."""
        return kwantiel(self.momenten, deel)


def voorspel(stand: Kantoorstand, toeval: Random, keren: int = KEREN) -> dict[UUID, Wachttijd]:
    """Return the forecast of everybody who waits. The same seed gives the same answer."""
    begin = _begin(stand)
    bord = begin.bord
    in_dienst = sum(1 << p for p, plaats in enumerate(bord.plaatsen) if plaats.tot > stand.nu)
    wachtend = {i: wie for i, wie in enumerate(bord.rij) if isinstance(wie, Wachtende)}
    volg = sum(1 << i for i in wachtend if bord.kan[i] & in_dienst)
    verlopen = [speel(begin, volg, toeval) for _ in range(keren)] if volg else []
    return {
        wie.id: Wachttijd(tuple(sorted(verloop.get(i, inf) for verloop in verlopen)) if volg >> i & 1 else ())
        for i, wie in wachtend.items()
    }


def _begin(stand: Kantoorstand) -> Begin:
    straks = [v for v in stand.verwacht if (v.begin or 0.0) <= stand.nu + HORIZON]
    bord = maak_bord([*stand.wachtenden, *straks], stand.plaatsen)
    pauzes, wanneer = _pauzes(bord, stand.nu)
    return Begin(
        bord=bord,
        stand=stand_op(bord, stand.nu),
        duren=_duren(bord, stand),
        resten=_resten(bord, stand),
        opkomst=_opkomst(bord, stand.nu),
        pauzes=pauzes,
        vast=[*wanneer, *_vast(bord, stand)],
        wissel=stand.wissel,
    )


def _duren(bord: Bord, stand: Kantoorstand) -> list[list[float]]:
    """Per visit, times the day factor; a sequence that several visits share is worked out once."""
    bekend: dict[int, list[float]] = {}
    uit = []
    for wie in bord.rij:
        duren = stand.duren.get(wie.id)
        if not duren:
            uit.append(_keer(_prior(wie), stand.factor))
            continue
        if id(duren) not in bekend:
            bekend[id(duren)] = _keer(duren, stand.factor)
        uit.append(bekend[id(duren)])
    return uit


def _prior(wie: Gevraagd) -> list[float]:
    return _keer(PRIOR, wie.minuten * 60)


def _keer(duren: Sequence[float], factor: float) -> list[float]:
    return [duur * factor for duur in duren]


def _resten(bord: Bord, stand: Kantoorstand) -> dict[int, list[float]]:
    """What may remain at each busy place, given how long it has taken already."""
    return {
        p: _rest(_keer(bezig.duren, stand.factor), stand.nu - bezig.sinds)
        for p, plaats in enumerate(bord.plaatsen)
        if (bezig := stand.bezig.get(plaats.werkplek_id)) and not plaats.vrij
    }


def _rest(duren: Sequence[float], al: float) -> list[float]:
    return [duur - al for duur in duren if duur > al] or [al * UITLOOP]


def _opkomst(bord: Bord, nu: float) -> dict[int, Opkomst]:
    """Of who is expected; arriving early is not yet being callable."""
    uit = {}
    for i, wie in enumerate(bord.rij):
        if isinstance(wie, Verwacht):
            komst = opkomst(wie, bord.begin[i], nu)
            vroegst = vroegste_van(bord.begin[i])
            uit[i] = Opkomst(komst.kans_afwezig, tuple(max(m, vroegst) for m in komst.momenten))
    return uit


def _pauzes(bord: Bord, nu: float) -> tuple[list[tuple[int, float]], list[Gebeurtenis]]:
    """Breaks and ends of shifts still to come, and when they begin."""
    weg = [(p, van, tot) for p, vensters in enumerate(bord.weg) for van, tot in vensters if van > nu]
    komend = [(p, van, tot) for p, van, tot in weg if van < inf]
    return [(p, tot - van) for p, van, tot in komend], [
        (van, PAUZE, nummer) for nummer, (_, van, _) in enumerate(komend)
    ]


def _vast(bord: Bord, stand: Kantoorstand) -> list[Gebeurtenis]:
    """Ends of present breaks, visits that may be called later, and until when a place is kept."""
    terug: list[Gebeurtenis] = [
        (_terug(plaats, stand.nu), PLAATS_VRIJ, p)
        for p, plaats in enumerate(bord.plaatsen)
        if (plaats.is_pauze or not plaats.vrij) and plaats.werkplek_id not in stand.bezig
    ]
    later: list[Gebeurtenis] = [
        (wie.vroegste, AANKOMST, i)
        for i, wie in enumerate(bord.rij)
        if isinstance(wie, Wachtende) and wie.vroegste > stand.nu
    ]
    wekken = [(bord.begin[i] + GEDULD, WEK, i) for i in bits(bord.beschermd)]
    return [*terug, *later, *(gebeurtenis for gebeurtenis in wekken if gebeurtenis[0] > stand.nu)]


def _terug(plaats: Plaats, nu: float) -> float:
    if plaats.klaar_verwacht is None:
        return nu + PAUZE_ZONDER_EINDE
    return max(nu, plaats.klaar_verwacht)
