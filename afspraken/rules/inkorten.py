"""Take one person out of an appointment: it only becomes shorter, whatever else is booked.

Parts in a row with the same employee at the same balie are a block. A block moves up as far as both are free
and never takes more cells than it had, so its own time always fits: there is nothing to refuse.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from locaties.rules.tijdvak import cellen_nodig, masker

from .duur import Deel, Groepduur


@dataclass(frozen=True, slots=True)
class Stuk:
    """One part where it stands: cells [cel, einde) of its day, and by whom and where (any key)."""

    deel: Deel
    cel: int
    cellen: int
    wie: Hashable

    @property
    def einde(self) -> int:
        """First cell after it."""
        return self.cel + self.cellen


def zonder_persoon(
    stukken: Sequence[Stuk],
    persoon: int,
    *,
    begin: int,
    extra_cellen: int,
    duren: Mapping[int, Mapping[str, Groepduur]],
    vrij: Mapping[Hashable, int],
) -> tuple[Stuk, ...]:
    """Return who stays, in the same order, from ``begin`` (cell) where that can and never later than before.

    ``stukken``: in order. ``extra_cellen``: what the vereisten ask, given to the first who stays. ``duren``:
    per product a row per group. ``vrij``: free cells per ``wie`` as if this appointment were not there.
    """
    extra = min(extra_cellen, stukken[0].cellen - _eigen_cellen(stukken[0].deel))
    cel, uit = begin, list[Stuk]()
    for wie, groep in groupby(stukken, key=lambda stuk: stuk.wie):
        blok = tuple(groep)
        delen = _blijvers(blok, persoon, duren)
        if not delen:
            continue
        eigen, slot = masker(blok[0].cel, blok[-1].einde), blok[-1].einde
        kan = range(cel, blok[0].cel + 1)
        uit += _plaats(delen, wie, 0 if uit else extra, kan, vrij.get(wie, 0) | eigen, slot)
        cel = uit[-1].einde
    return _zonder_gaten(uit, stukken)


def _blijvers(blok: Sequence[Stuk], persoon: int, duren: Mapping[int, Mapping[str, Groepduur]]) -> list[Deel]:
    """Who stays of a block; per product the next longest takes a full turn when the longest goes."""
    uit = []
    for product_id, groep in groupby((stuk.deel for stuk in blok), key=lambda deel: deel.product_id):
        delen = list(groep)
        langste = max(delen, key=lambda deel: deel.minuten)
        blijft = [deel for deel in delen if deel.persoon != persoon]
        uit += _volle_beurt(blijft, langste, duren[product_id]) if langste not in blijft else blijft
    return uit


def _volle_beurt(blijft: list[Deel], weg: Deel, duren: Mapping[str, Groepduur]) -> list[Deel]:
    """The minutes of today's catalogue, but never more than the one who goes had."""
    vol = [duren.get(deel.groep, duren[""]).minuten for deel in blijft]
    if not vol:
        return []
    wie = vol.index(max(vol))
    minuten = min(weg.minuten, max(vol[wie], blijft[wie].minuten))
    return [replace(deel, minuten=minuten) if i == wie else deel for i, deel in enumerate(blijft)]


def _plaats(
    delen: Sequence[Deel], wie: Hashable, extra: int, mogelijk: range, mag: int, slot: int
) -> list[Stuk]:
    """Put a block at the first cell that is free, over by ``slot``; it gives up extra time if it must.

    A block that ends no later than it did leaves the next one its own time, so there is always a place.
    """
    nodig = sum(map(_eigen_cellen, delen))
    for over in range(extra, -1, -1):
        for cel in mogelijk:
            if cel + nodig + over <= slot and not masker(cel, cel + nodig + over) & ~mag:
                return _leg(delen, wie, over, cel)
    raise AssertionError("its own time always fits")


def _leg(delen: Sequence[Deel], wie: Hashable, extra: int, cel: int) -> list[Stuk]:
    uit = list[Stuk]()
    for deel in delen:
        stuk = Stuk(deel, cel, _eigen_cellen(deel) + (0 if uit else extra), wie)
        uit.append(stuk)
        cel = stuk.einde
    return uit


def _zonder_gaten(uit: Sequence[Stuk], oud: Sequence[Stuk]) -> tuple[Stuk, ...]:
    """Who waits for the second employee keeps the balie: the first stays on, in time that was its own."""
    eigen: dict[Hashable, int] = {}
    for stuk in oud:
        eigen[stuk.wie] = eigen.get(stuk.wie, 0) | masker(stuk.cel, stuk.einde)
    gevuld = list(uit)
    for i, (stuk, volgende) in enumerate(pairwise(uit)):
        if not masker(stuk.einde, volgende.cel) & ~eigen[stuk.wie]:
            gevuld[i] = replace(stuk, cellen=volgende.cel - stuk.cel)
    return tuple(gevuld)


def _eigen_cellen(deel: Deel) -> int:
    return max(1, cellen_nodig(deel.minuten))
