"""Place a question on a day, if need be by letting colleagues take over what others were going to do.

Employee and balie are found apart: every appointment holds one of each, and any employee can sit at any
balie. Times never change, and whoever takes over can do all that was promised. Source: algoritmen.md 2.2.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar
from uuid import UUID

from locaties.rules.tijdvak import masker

from .bescherming import GEEN_BESCHERMING, Bescherming
from .beschikbaarheid import cellen_in, starts
from .bezetting import Gevonden, Taak
from .blok import Beurt, Blok, Wissel
from .dagtaken import Balietaken, Werkertaken
from .keten import DIEPTEN
from .plaatsing import (
    Dagaanbod,
    Keuze,
    Plek,
    Schaarste,
    Werker,
    balie_starts,
    bekwaam,
    verdelingen,
    wacht_van,
    werker_starts,
)
from .toewijzing import laat_snipper
from .vraag import Vraag

__all__ = [
    "Beurt",
    "Blok",
    "Herschikking",
    "Wissel",
    "blok_van",
    "herschik",
    "na",
    "starts_met_herschikking",
]


@dataclass(frozen=True, slots=True)
class Herschikking:
    """Who and where for the question, and what must be moved first (nothing when it fits at once)."""

    keuze: Keuze
    wissels: tuple[Wissel, ...] = ()
    is_net: bool = True


def altijd() -> bool:
    """No other limit than the depth and the nodes of the search itself."""
    return True


def herschik(
    dag: Dagaanbod,
    blokken: Sequence[Blok],
    vraag: Vraag,
    balie_nodig: frozenset[str],
    cel: int,
    *,
    bescherming: Bescherming = GEEN_BESCHERMING,
    mag_door: Callable[[], bool] = altijd,
) -> Herschikking | None:
    """Place the question at ``cel``: at once, else by moving at most a few others; None when it does not fit.

    ``dag``: free masks with all ``blokken`` (and everything else that is taken) left out. ``mag_door`` is
    asked at every node of the search; False ends it.
    """
    zoeker = _Zoeker(dag, blokken, vraag, balie_nodig, bescherming, mag_door)
    return next(filter(None, (zoeker.op(cel, diepte) for diepte in DIEPTEN)), None)


def starts_met_herschikking(
    dag: Dagaanbod,
    blokken: Sequence[Blok],
    vraag: Vraag,
    balie_nodig: frozenset[str],
    *,
    bescherming: Bescherming = GEEN_BESCHERMING,
    mag_door: Callable[[], bool] = altijd,
) -> tuple[int, int]:
    """(all, tidy) masks of the cells at which ``herschik`` gives an answer, without what fits at once.

    What ``mag_door`` cuts off is left out.
    """
    if not dag.open:
        return 0, 0
    zoeker = _Zoeker(dag, blokken, vraag, balie_nodig, bescherming, mag_door)
    direct = werker_starts(dag, vraag, bescherming)[0] & balie_starts(dag, vraag, balie_nodig)
    rest, alle, net = zoeker.denkbaar(dag.open) & ~direct, 0, 0
    for diepte in DIEPTEN:  # what is near first, everywhere: the budget may not last
        for cel in cellen_in(rest & ~alle):
            gevonden = zoeker.op(cel, diepte)
            if gevonden:
                alle |= 1 << cel
                net |= gevonden.is_net << cel
    return alle, net


def blok_van(afspraak_id: UUID, vraag: Vraag, balie_nodig: frozenset[str], cel: int, keuze: Keuze) -> Blok:
    """Return the question, placed at ``cel``, as a block of the day."""
    beurten: list[Beurt] = []
    for deel, cellen, werker in zip(vraag.delen, vraag.cellen_per_deel(), keuze.werkers, strict=True):
        product = frozenset({deel.product_id})
        if beurten and beurten[-1].inzet_id == werker.inzet_id:
            vorige = beurten.pop()
            beurten.append(
                replace(vorige, cellen=vorige.cellen + cellen, producten=vorige.producten | product)
            )
        else:
            beurten.append(Beurt(cel, cellen, product, werker.inzet_id, werker.medewerker_id))
        cel += cellen
    return Blok(
        afspraak_id,
        tuple(beurten),
        keuze.balie_id,
        specialismen=vraag.vereisten.specialismen,
        voorzieningen=balie_nodig,
        heeft_behoefte=vraag.heeft_behoefte,
    )


def na(
    dag: Dagaanbod, blokken: Sequence[Blok], wissels: Sequence[Wissel], nieuw: Blok | None = None
) -> tuple[Dagaanbod, tuple[Blok, ...]]:
    """Return the day and its blocks once this is written, ``nieuw`` (the question as a block) included."""
    anders = {wissel.blok.afspraak_id: wissel.naar for wissel in wissels}
    weg = [b for b in blokken if b.afspraak_id in anders]
    bij = [*anders.values(), *([nieuw] if nieuw else [])]
    dag = replace(
        dag,
        werkers=tuple(_werker_na(w, weg, bij) for w in dag.werkers),
        plekken=tuple(_plek_na(p, weg, bij) for p in dag.plekken),
    )
    over = tuple(anders.get(b.afspraak_id, b) for b in blokken)
    return dag, (*over, nieuw) if nieuw else over


def _werker_na(werker: Werker, weg: Sequence[Blok], bij: Sequence[Blok]) -> Werker:
    vrij = werker.vrij
    for beurt in (beurt for blok in weg for beurt in blok.beurten):
        if beurt.inzet_id == werker.inzet_id:
            vrij |= beurt.tijd
    for beurt in (beurt for blok in bij for beurt in blok.beurten):
        if beurt.medewerker_id == werker.medewerker_id:
            vrij &= ~beurt.tijd
    return replace(werker, vrij=vrij)


def _plek_na(plek: Plek, weg: Sequence[Blok], bij: Sequence[Blok]) -> Plek:
    vrij = plek.vrij
    for blok in weg:
        if blok.balie_id == plek.balie_id:
            vrij |= blok.tijd
    for blok in bij:
        if blok.balie_id == plek.balie_id:
            vrij &= ~blok.tijd
    return replace(plek, vrij=vrij)


Mensen = tuple[Gevonden, tuple[Werker, ...]]
U = TypeVar("U")


def _vind(
    eerder: dict[int, tuple[int, U | None]], cel: int, diepte: int, zoek: Callable[[int], U | None]
) -> U | None:
    """Search up to this depth, but never the same depth twice."""
    tot, gevonden = eerder.get(cel, (-1, None))
    while gevonden is None and tot < diepte:
        tot += 1
        gevonden = zoek(tot)
    eerder[cel] = tot, gevonden
    return gevonden


class _Zoeker:
    """One question on one day: what is the same for all its starts is made once."""

    def __init__(
        self,
        dag: Dagaanbod,
        blokken: Sequence[Blok],
        vraag: Vraag,
        balie_nodig: frozenset[str],
        bescherming: Bescherming,
        mag_door: Callable[[], bool],
    ) -> None:
        self.dag, self.blokken, self.vraag = dag, blokken, vraag
        self.ieder = tuple(bekwaam(dag, vraag, frozenset(vraag.product_ids)))
        self.verdelingen = () if self.ieder else tuple(verdelingen(dag, vraag))
        self.wie: dict[int, tuple[int, Mensen | None]] = {}
        self.waar: dict[int, tuple[int, Gevonden | None]] = {}
        self.kan: dict[int, bool] = {}
        schaars = Schaarste(dag)
        mag = wacht_van(dag, vraag, bescherming).mag
        self.werkers = Werkertaken(dag, blokken, schaars.werkers, mag_door, mag)
        self.balies = Balietaken(dag, blokken, balie_nodig, schaars.plekken, mag_door)

    def denkbaar(self, cellen: int) -> int:
        """Starts within these cells that are not impossible whoever moves."""
        cellen &= self.dag.open
        cellen &= ~self.balies.onmogelijk(cellen)
        if self.ieder:
            cellen &= ~self.werkers.onmogelijk(self.ieder, cellen)
        return starts(cellen, self.vraag.cellen)

    def op(self, cel: int, diepte: int) -> Herschikking | None:
        """Employees and balie from this cell, each with at most this many moves in a row.

        Ask every depth in turn: what was found before is remembered.
        """
        tijd = masker(cel, cel + self.vraag.cellen)
        if tijd & ~self.dag.open or (diepte > 0 and not self._is_denkbaar(cel, tijd)):
            return None
        waar = _vind(self.waar, cel, diepte, partial(self.balies.zoek, tijd))
        wie = _vind(self.wie, cel, diepte, partial(self._wie, cel, tijd)) if waar else None
        if waar is None or wie is None:
            return None
        gevonden, werkers = wie
        return Herschikking(
            Keuze(werkers, self.dag.plekken[waar.nieuw[0]].balie_id),
            wissels(self.blokken, self.werkers.anders(gevonden), self.balies.anders(waar)),
            not self._laat_snipper(gevonden, cel, tijd),
        )

    def _is_denkbaar(self, cel: int, tijd: int) -> bool:
        """Whether a start here is not impossible whoever moves; the same at every depth, so asked once."""
        if cel not in self.kan:
            self.kan[cel] = bool(self.denkbaar(tijd))
        return self.kan[cel]

    def _wie(self, cel: int, tijd: int, diepte: int) -> Mensen | None:
        """One employee for all parts, or where nobody masters all two in turn."""
        if self.ieder:
            gevonden = self.werkers.zoek([Taak(tijd, self.ieder)], diepte)
            if gevonden is None:
                return None
            return gevonden, (self.dag.werkers[gevonden.nieuw[0]],) * len(self.vraag.delen)
        for deling in self.verdelingen:
            grens = cel + deling.cellen[0]
            een = Taak(masker(cel, grens), deling.eerste)
            twee = Taak(masker(grens, cel + self.vraag.cellen), deling.tweede)
            gevonden = self.werkers.zoek([een, twee], diepte)
            if gevonden:
                return gevonden, deling.over_delen(*(self.dag.werkers[i] for i in gevonden.nieuw))
        return None

    def _laat_snipper(self, gevonden: Gevonden, cel: int, tijd: int) -> bool:
        if len(gevonden.nieuw) > 1:
            return False
        vrij = gevonden.vrij[gevonden.nieuw[0]] | tijd
        return laat_snipper(vrij & self.dag.open, cel, self.vraag.cellen)


def wissels(
    blokken: Sequence[Blok], mensen: Mapping[int, Mapping[int, Werker]], balies: Mapping[int, int]
) -> tuple[Wissel, ...]:
    """Join who (per block and beurt) and where (per block) changes, one per appointment, in their order."""
    return tuple(
        Wissel(blokken[i], met(blokken[i], mensen.get(i, {}), balies.get(i, blokken[i].balie_id)))
        for i in sorted({*mensen, *balies})
    )


def met(blok: Blok, werkers: Mapping[int, Werker], balie_id: int | None) -> Blok:
    """Return the same appointment with other people (per beurt) and at this balie."""
    beurten = tuple(
        replace(beurt, inzet_id=werkers[k].inzet_id, medewerker_id=werkers[k].medewerker_id)
        if k in werkers
        else beurt
        for k, beurt in enumerate(blok.beurten)
    )
    return replace(blok, beurten=beurten, balie_id=balie_id)
