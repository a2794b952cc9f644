"""Look-ahead: nobody trained, and no scarce balie, is given away just before it is needed.

Source: algoritmen.md 4.1 with correction 4. An ordinary visit does not start at a place when an appointment
that needs this place (1) starts within 8 minutes, (2) would be called too late if it has to wait for the
ordinary one, and (3) has no other place that is free, or expected to be free with five minutes to spare, by
its start. To spare, because a visit lasts now half, now twice as long as expected.
"""

from __future__ import annotations

from math import inf

from .belofte import SPELING
from .bord import Bord, Stand, bits

VOORUIT = 8 * 60.0
ZEKER = 5 * 60.0
GEDULD = SPELING  # so long a place is kept for an appointment that has not come


def toegestaan(bord: Bord, stand: Stand, plek: int) -> int:
    """Return the visits that may start at this place now."""
    mijn = stand.aanwezig & bord.van[plek]
    straks = stand.beloofd & bord.van[plek]
    gewoon = mijn & bord.gewoon
    if not gewoon or not straks:
        return mijn
    grens = _grens(bord, stand, plek, straks)
    if grens == inf:
        return mijn
    return mijn & ~bord.gewoon | gewoon & bord.korter(grens - stand.nu)


def vrijgehouden_voor(bord: Bord, stand: Stand, plek: int) -> list[int]:
    """Return the protected appointments that have no other place than this one, by promise."""
    nu, vergeven, uit = stand.nu, 0, []
    for wie in bits(stand.beloofd & bord.van[plek]):
        begin = bord.begin[wie]
        if begin - nu > VOORUIT or (nu >= begin + GEDULD and not stand.aanwezig >> wie & 1):
            continue
        anders = _elders(bord, stand, bord.kan[wie] & ~(1 << plek | vergeven), max(begin, nu))
        vergeven |= anders
        if not anders:
            uit.append(wie)
    return uit


def _grens(bord: Bord, stand: Stand, plek: int, straks: int) -> float:
    """Return when an ordinary visit must be over at this place; infinite when it is not kept."""
    nu = stand.nu
    # Cheap and mostly decisive: nothing starts soon.
    if not any(bord.begin[wie] - nu <= VOORUIT for wie in bits(straks)):
        return inf
    return min((bord.uiterste[wie] for wie in vrijgehouden_voor(bord, stand, plek)), default=inf)


def _elders(bord: Bord, stand: Stand, plekken: int, op: float) -> int:
    """Return one of these places that can be had by then, the least scarce; 0 when there is none."""
    for plek in bits(plekken):
        over = stand.vrij >> plek & 1 or stand.nu < stand.klaar[plek] <= op - ZEKER
        if over and not any(van <= op < tot for van, tot in bord.weg[plek]):
            return 1 << plek
    return 0
