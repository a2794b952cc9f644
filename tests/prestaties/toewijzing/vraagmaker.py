"""Who asks what, when, and at which starts: made up from a seed, the same every time.

A citizen prefers a day and a time, and asks four starts in order: the preference and three others within 3
working days and 2 hours of it (30 % of them at any hour). The request comes some days ahead (booking curve:
exponential, 6 working days on average, at most 20), and never asks a day before it was made.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil
from random import Random

from afspraken.rules.duur import Deel
from afspraken.rules.vraag import Vraag
from locaties.rules.tijdvak import CEL_MINUTEN
from toegankelijkheid.rules.vereisten import Vereisten

from .wereld import OPEN_TOT, OPEN_VAN, PRODUCTEN, SPECIALISMEN, Kantoor, datum_van, hoogstens, lege_dag

WENSEN = 4
DAGEN_ROND, CELLEN_ROND = 3, 24
AANDEEL_ELK_UUR = 0.30
VOORUIT_GEMIDDELD, VOORUIT_HOOGSTENS = 6, 20
# Share of demand per specialisme (4 % together, as in the demo), and who asks only a provision.
AANDEEL_SPECIALISME = dict(zip(SPECIALISMEN, (0.02, 0.01, 0.01), strict=True))
AANDEEL_ALLEEN_BALIE = 0.02
AANDEEL_OOK_BALIE = 1 / 3
VOORZIENINGEN = ("verlaagde_balie", "ringleiding", "aparte_kamer")


@dataclass(frozen=True, slots=True)
class Aanvraag:
    """One citizen: when the request is made, what is asked, and the starts (working day, cell) in order.

    ``geboekt`` is in working days, somewhere in the day before the opening of the next whole number; negative
    is before the measured days.
    """

    nr: int
    kantoor: int
    geboekt: float
    vraag: Vraag
    wensen: tuple[tuple[int, int], ...]

    @property
    def geboekt_op(self) -> date:
        """Date on which the request is made."""
        return datum_van(ceil(self.geboekt))

    @property
    def heeft_behoefte(self) -> bool:
        """Whether a trained employee or a provision is required."""
        return bool(self.vraag.vereisten.specialismen or self.vraag.vereisten.balie)


def aanvragen(kantoor: Kantoor, *, dagen: int, belasting: float, zaad: int) -> list[Aanvraag]:
    """All requests for one office in the order in which they are made.

    Together they ask ``belasting`` times the cells that the office can serve at most in those days.
    """
    toeval = Random(f"{zaad}/{kantoor.nr}")
    over = belasting * sum(hoogstens(lege_dag(kantoor, dag)) for dag in range(dagen))
    uit = []
    for aanvraag in _eindeloos(toeval, kantoor.nr, dagen):
        over -= aanvraag.vraag.cellen
        uit.append(aanvraag)
        if over <= 0:
            break
    return sorted(uit, key=lambda a: (a.geboekt, a.nr))


def _eindeloos(toeval: Random, kantoor: int, dagen: int) -> Iterator[Aanvraag]:
    nr = 0
    while True:
        vraag, dag = _vraag(toeval), toeval.randrange(dagen)
        geboekt = dag - min(VOORUIT_HOOGSTENS, int(toeval.expovariate(1 / VOORUIT_GEMIDDELD)))
        wensen = _wensen(toeval, vraag.cellen, dag, max(0, geboekt), dagen)
        yield Aanvraag(nr, kantoor, geboekt - toeval.random(), vraag, wensen)
        nr += 1


def _vraag(toeval: Random) -> Vraag:
    product = toeval.choices(list(PRODUCTEN), [aandeel for _, aandeel in PRODUCTEN.values()])[0]
    return Vraag((Deel(product, 0, "", PRODUCTEN[product][0]),), _vereisten(toeval))


def _vereisten(toeval: Random) -> Vereisten:
    """Nothing for most; a specialisme takes 10 minutes more, a provision alone 5."""
    trek = toeval.random()
    for specialisme, aandeel in AANDEEL_SPECIALISME.items():
        if trek < aandeel:
            balie = {toeval.choice(VOORZIENINGEN)} if toeval.random() < AANDEEL_OOK_BALIE else set()
            return Vereisten(frozenset({specialisme}), frozenset(balie), extra_minuten=10)
        trek -= aandeel
    if trek < AANDEEL_ALLEEN_BALIE:
        return Vereisten(balie=frozenset({toeval.choice(VOORZIENINGEN)}), extra_minuten=5)
    return Vereisten()


def _wensen(toeval: Random, cellen: int, dag: int, eerste: int, dagen: int) -> tuple[tuple[int, int], ...]:
    begin, eind = OPEN_VAN // CEL_MINUTEN, OPEN_TOT // CEL_MINUTEN - cellen
    cel = toeval.randint(begin, eind)
    rond = eind if toeval.random() < AANDEEL_ELK_UUR else CELLEN_ROND
    wensen = {(dag, cel): None}
    while len(wensen) < WENSEN:
        dan = toeval.randint(max(eerste, dag - DAGEN_ROND), min(dagen - 1, dag + DAGEN_ROND))
        wensen[dan, toeval.randint(max(begin, cel - rond), min(eind, cel + rond))] = None
    return tuple(wensen)
