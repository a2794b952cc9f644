"""Give the appointments of who falls out to equals at the same time: needs first, then the hardest.

What is kept for who may still come does not count here: these people were promised something already.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from .bezetting import Taak
from .blok import Blok, Wissel
from .dagtaken import Werkertaken, kan_doen
from .herschikking import altijd, na, wissels
from .keten import DIEPTEN
from .plaatsing import Dagaanbod, Schaarste


@dataclass(frozen=True, slots=True)
class Herplaatsing:
    """Which appointments go on with a colleague, and all that changes for that (others included)."""

    gelukt: frozenset[UUID]
    wissels: tuple[Wissel, ...]


def herplaats(
    dag: Dagaanbod, blokken: Sequence[Blok], uitgevallen: Sequence[Blok], medewerker_id: int
) -> Herplaatsing:
    """Find somebody for all that this employee, not on the day any more, was going to do; balies stay.

    ``uitgevallen``: the blocks, in ``blokken`` too, that need it. One that is missing in the answer fits
    nobody, and stays as it is.
    """
    nu, gelukt = tuple(blokken), set()
    for blok in sorted(uitgevallen, key=lambda b: _volgorde(dag, b, medewerker_id)):
        anders = _neem_over(dag, nu, blok, medewerker_id)
        if anders is not None:
            dag, nu = na(dag, nu, anders)
            gelukt.add(blok.afspraak_id)
    paren = zip(blokken, nu, strict=True)
    return Herplaatsing(frozenset(gelukt), tuple(Wissel(a, b) for a, b in paren if a != b))


def _neem_over(
    dag: Dagaanbod, blokken: Sequence[Blok], blok: Blok, medewerker_id: int
) -> tuple[Wissel, ...] | None:
    """Let colleagues take over each of these beurten, or none of them."""
    plaats = [b.afspraak_id for b in blokken].index(blok.afspraak_id)
    open_ = _beurten_van(blok, medewerker_id)
    stand = Werkertaken(dag, blokken, Schaarste(dag).werkers, altijd)
    taken = [Taak(blok.beurten[k].tijd, _kan(dag, blok, k)) for k in open_]
    gevonden = next(filter(None, (stand.zoek(taken, diepte) for diepte in DIEPTEN)), None)
    if gevonden is None:
        return None
    anders = stand.anders(gevonden)
    for k, i in zip(open_, gevonden.nieuw, strict=True):
        anders.setdefault(plaats, {})[k] = dag.werkers[i]
    return wissels(blokken, anders, {})


def _beurten_van(blok: Blok, medewerker_id: int) -> list[int]:
    return [k for k, beurt in enumerate(blok.beurten) if beurt.medewerker_id == medewerker_id]


def _kan(dag: Dagaanbod, blok: Blok, beurt: int) -> tuple[int, ...]:
    return kan_doen(dag, blok.beurten[beurt].producten, blok.specialismen)


def _volgorde(dag: Dagaanbod, blok: Blok, medewerker_id: int) -> tuple[bool, int, int, str]:
    """Needs first, then who the fewest could take over at once, then by time."""
    vrij = [
        sum(blok.beurten[k].tijd & ~dag.werkers[i].vrij == 0 for i in _kan(dag, blok, k))
        for k in _beurten_van(blok, medewerker_id)
    ]
    return not blok.heeft_behoefte, min(vrij, default=0), blok.beurten[0].cel, str(blok.afspraak_id)
