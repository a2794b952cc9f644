"""Several are free at once: who takes whom, so that as many as possible, in order of promise, are called now.

Who presses takes the most urgent visit that leaves the other free colleagues able to call the rest. Nobody is
left waiting for it: a visit is passed over only when it is among those that free colleagues can call now, and
never when its latest call time has come.
"""

from __future__ import annotations

from collections.abc import Mapping

from .bord import Bord, bits, eerste_bit

Mag = Mapping[int, int]  # place -> visits that may start there


def voorkeur(bord: Bord, wie: int, plek: int) -> int:
    """Return the earliest promise; among equals: reserved here, then spoken here, then number."""
    eerste = eerste_bit(wie)
    gelijk = wie & bord.gelijk[eerste]
    if gelijk & (gelijk - 1) == 0:
        return eerste
    return min(
        bits(gelijk), key=lambda i: (not bord.thuis[i] >> plek & 1, not bord.sprekers[i] >> plek & 1, i)
    )


def beste_plaats(bord: Bord, wie: int, plekken: int) -> int:
    """Return the reserved balie, else the least scarce; among equals where its language is spoken."""
    if thuis := plekken & bord.thuis[wie]:
        return eerste_bit(thuis)
    plek = eerste_bit(plekken)
    return eerste_bit(plekken & bord.klasse[plek] & bord.sprekers[wie] or 1 << plek)


def aandeel(bord: Bord, plek: int, mag: Mag) -> int:
    """Return which visit this place calls; ``mag`` holds it and every other free place with candidates."""
    koppeling = koppel(mag)
    samen = sum(1 << wie for wie in koppeling.values())
    kan = sum(1 << wie for wie in bits(samen & mag[plek]) if _past_zonder(koppeling, mag, plek, wie))
    liever_hier = sum(1 << wie for wie in bits(kan) if not _beter_elders(bord, mag, plek, wie))
    return voorkeur(bord, liever_hier or kan, plek)


def koppel(mag: Mag) -> dict[int, int]:
    """Return place -> visit: the most urgent visits that can be called at the same time."""
    koppeling: dict[int, int] = {}
    vol: set[tuple[int, ...]] = set()
    for wie in bits(_alle(mag)):
        plekken = tuple(plek for plek, wies in mag.items() if wies >> wie & 1)
        # Once a set of places has no room left, it has none for who comes later.
        if plekken not in vol and not _zet(koppeling, mag, wie, set()):
            vol.add(plekken)
        if len(koppeling) == len(mag):
            break
    return koppeling


def _alle(mag: Mag) -> int:
    samen = 0
    for wies in mag.values():
        samen |= wies
    return samen


def _zet(koppeling: dict[int, int], mag: Mag, wie: int, gezien: set[int]) -> bool:
    """Give this visit a place, moving others where needed (an augmenting path)."""
    for plek, wies in mag.items():
        if wies >> wie & 1 and plek not in gezien:
            gezien.add(plek)
            if plek not in koppeling or _zet(koppeling, mag, koppeling[plek], gezien):
                koppeling[plek] = wie
                return True
    return False


def _past_zonder(koppeling: dict[int, int], mag: Mag, plek: int, wie: int) -> bool:
    """Whether the others can still call the rest when this place takes ``wie``."""
    over = koppeling.get(plek)
    if over in (None, wie):
        return True
    rest = {p: v for p, v in koppeling.items() if p != plek and v != wie}
    return over is not None and _zet(rest, mag, over, {plek})


def _beter_elders(bord: Bord, mag: Mag, plek: int, wie: int) -> bool:
    """Whether another free place is reserved for this visit, or speaks its language and this one does not."""
    anderen = sum(1 << p for p, wies in mag.items() if p != plek and wies >> wie & 1)
    return any(anderen & beter and not beter >> plek & 1 for beter in (bord.thuis[wie], bord.sprekers[wie]))
