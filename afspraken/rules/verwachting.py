"""What is shown of a forecast: a window that is held, nobody who can help, or no longer today.

Moments are seconds of the local day; infinite in a forecast: not called before everybody has gone home.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil, floor, inf, isinf

from .niveau import Niveau
from .venster import BOVEN, HOOGSTE, ONDER, VIJF, Venster, bijgewerkt, eerste_venster
from .wachttekst import gehouden_vertraging
from .wachttijd import Wachttijd

NOG_EENS = 15  # minutes later than was last written, before we write again
UUR, DAG = 3600.0, 24 * 3600.0
WEER_OP_TIJD = 10 * 60.0  # so long before closing time it must be, before we say again that it can be today


class Soort(StrEnum):
    """What is shown; the values of ``Verwachting.Soort``."""

    VENSTER = "venster"
    GEEN_COLLEGA = "geen_collega"
    NA_SLUITING = "na_sluiting"
    NIETS = "niets"


@dataclass(frozen=True, slots=True)
class Getoond:
    """What somebody sees. ``later``: minutes after the appointed time, of who comes at one."""

    soort: Soort = Soort.NIETS
    venster: Venster | None = None
    later: int = 0


@dataclass(frozen=True, slots=True)
class Moment:
    """When it is looked at, with which level, and when the office closes (None: unknown)."""

    nu: float
    niveau: Niveau
    sluit: float | None = None


def toon(oud: Getoond, wachttijd: Wachttijd, moment: Moment, begin: float | None = None) -> Getoond:
    """Return what is shown after a refresh. ``begin``: of the appointment whose place is kept."""
    if wachttijd.geen_collega:
        return replace(oud, soort=Soort.GEEN_COLLEGA)
    if _lukt_niet_meer(oud, wachttijd, moment):
        return replace(oud, soort=Soort.NA_SLUITING)
    tijd = eindig(wachttijd, moment)
    venster = (
        bijgewerkt(oud.venster, tijd, moment.nu, moment.niveau)
        if oud.venster
        else eerste_venster(tijd, moment.nu, moment.niveau)
    )
    p80 = tijd.op(moment.niveau.waarde)
    later = 0 if begin is None else gehouden_vertraging(oud.later, p80, begin)
    return Getoond(Soort.VENSTER, venster, later)


def te_melden(later: int, gemeld: int, norm: int) -> bool:
    """Whether to write to somebody that it takes longer; all minutes after the appointed time.

    ``gemeld``: what was last written, 0: nothing yet; ``norm``: of the office.
    """
    return later > norm and (not gemeld or later >= gemeld + NOG_EENS)


def wie_nu_komt(oud: Mapping[str, object], wachttijd: Wachttijd, moment: Moment) -> dict[str, object]:
    """Return what who joins now may expect: seconds to P50, and from and to in minutes, in fives.

    The range stays as long as P50 lies in it and both ends are within five minutes of the new ones.
    """
    soort = toon(Getoond(Soort(str(oud.get("soort", Soort.NIETS)))), wachttijd, moment).soort
    if soort is not Soort.VENSTER:
        return {"soort": soort.value}
    tijd = eindig(wachttijd, moment)
    p50 = tijd.op(0.5) - moment.nu
    van = floor((tijd.op(ONDER) - moment.nu) / VIJF) * 5
    tot = max(5, ceil((tijd.op(min(HOOGSTE, moment.niveau.waarde + BOVEN)) - moment.nu) / VIJF) * 5)
    was = (oud.get("van"), oud.get("tot"))
    if isinstance(was[0], int) and isinstance(was[1], int) and was[0] * 60 <= p50 <= was[1] * 60:
        dichtbij = max(abs(was[0] - van), abs(was[1] - tot)) <= VIJF / 60
        van, tot = (was[0], was[1]) if dichtbij else (van, tot)
    return {"soort": soort.value, "p50": round(p50), "van": van, "tot": tot}


def eindig(wachttijd: Wachttijd, moment: Moment) -> Wachttijd:
    """Who is not called today any more in one of the replications counts as an hour after closing time."""
    einde = max(moment.nu, moment.sluit or moment.nu, min(wachttijd.op(0.5), DAG)) + UUR
    return Wachttijd(tuple(min(op, einde) for op in wachttijd.momenten))


def _lukt_niet_meer(oud: Getoond, wachttijd: Wachttijd, moment: Moment) -> bool:
    grens = inf if moment.sluit is None else moment.sluit
    if oud.soort is Soort.NA_SLUITING:
        grens -= WEER_OP_TIJD
    p50 = wachttijd.op(0.5)
    return isinf(p50) or p50 > grens
