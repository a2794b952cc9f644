"""The ways in which a day is played: the product's rules, with what they know wrong, and a control."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from afspraken.rules.behandelduur import Duurtabel, duurtabel

from .kantoor import BASIS, PRODUCTEN
from .vraag import AANDEEL_SPECIALISME, AANDEEL_VERLAAGD, gemiddeld, trek_duur

BEKEND = 300
_BASIS = sum(deel for _, deel in BASIS.values())
# Of the visits for a product of the basis: those who need somebody trained ask for nothing else.
AANDEEL_BIJ_BASIS = AANDEEL_SPECIALISME / (
    AANDEEL_SPECIALISME + AANDEEL_VERLAAGD + (1 - AANDEEL_SPECIALISME - AANDEEL_VERLAAGD) * _BASIS
)


@dataclass(frozen=True, slots=True)
class Wijze:
    """``tabel``: what the known durations are of the true ones; ``weg``: a colleague leaves, nobody told."""

    naam: str
    tabel: float = 1.0
    weg: bool = False
    fifo: bool = False


REGELS = Wijze("")
TABEL_KORT = Wijze("tabel_kort", tabel=0.8)
COLLEGA_WEG = Wijze("collega_weg", weg=True)
FIFO = Wijze("fifo", fifo=True)
WIJZEN = (REGELS, TABEL_KORT, COLLEGA_WEG, FIFO)


def bekende_duren(wijze: Wijze) -> Duurtabel:
    """What the office has learned before the first day: of everybody, by the minutes of the catalogue.

    So who was given extra time counts as slow, as in the product, where nothing tells who that was.
    """
    toeval = Random("bekend")
    return duurtabel(
        (product, trek_duur(toeval, minuten) * wijze.tabel / (gemiddeld(product, "") * 60))
        for product in PRODUCTEN
        for _ in range(BEKEND)
        for minuten in [gemiddeld(product, _specialisme(product, toeval))]
    )


def _specialisme(product: int, toeval: Random) -> str:
    """As often as in the demand: only for what everybody masters."""
    return "een" if product in BASIS and toeval.random() < AANDEEL_BIJ_BASIS else ""
