"""What a phone and a screen say of a wait, as values that a page turns into words.

Source: algoritmen.md 5.3.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil, floor

from .venster import VIJF, Venster

UUR = 3600.0
TE_LAAT = 5 * 60.0
TERUG = 10 * 60.0  # how much better it must become before a delay that was told is told as less


class Soort(StrEnum):
    """Which sentence."""

    BIJNA = "bijna"  # almost your turn
    TUSSEN = "tussen"  # between two times; on a screen: about so many minutes
    MEER_DAN_EEN_UUR = "meer_dan_een_uur"
    GEEN_COLLEGA = "geen_collega"  # no trained colleague now: ask the host
    NA_SLUITING = "na_sluiting"  # would not be called today: offer an appointment
    OP_TIJD = "op_tijd"  # called around the appointed time
    LATER = "later"  # so many minutes after the appointed time


class Drukte(StrEnum):
    """How busy an office is, for who is still at home: wait under 5, 5 to 15, over 15 minutes."""

    RUSTIG = "rustig"
    GEWOON = "gewoon"
    DRUK = "druk"


@dataclass(frozen=True, slots=True)
class Wachttekst:
    """``van`` and ``tot``: seconds of the local day (phone); ``minuten``: from now, in fives (screen).

    ``herzien``: it takes longer than was said before. ``later``: minutes after the appointed time; ``begin``:
    that time, seconds of the local day.
    """

    soort: Soort
    van: float | None = None
    tot: float | None = None
    minuten: tuple[int, int] | None = None
    herzien: bool = False
    later: int = 0
    begin: float | None = None


GEEN_COLLEGA = Wachttekst(Soort.GEEN_COLLEGA)
NA_SLUITING = Wachttekst(Soort.NA_SLUITING)


def wachttekst(venster: Venster, nu: float) -> Wachttekst:
    """Return what to say now; the window stays, only the minutes count down."""
    minuten = (_vijven(floor, max(0.0, venster.van - nu)), _vijven(ceil, max(0.0, venster.tot - nu)))
    return Wachttekst(_soort(venster, nu), venster.van, venster.tot, minuten, herzien=venster.verlaat)


def afspraaktekst(venster: Venster, begin: float, later: int, nu: float) -> Wachttekst:
    """Return what to say to who comes at an appointed time: on time, or so many minutes later."""
    tekst = wachttekst(venster, nu)
    if tekst.soort is not Soort.BIJNA:
        tekst = replace(tekst, soort=Soort.LATER if later else Soort.OP_TIJD)
    return replace(tekst, begin=begin, later=later, herzien=bool(later) and tekst.herzien)


def vertraging(p80: float, begin: float) -> int:
    """Return minutes later than appointed, in fives; 0: on time (no more than 5 minutes later)."""
    later = p80 - begin
    return _vijven(ceil, later) if later > TE_LAAT else 0


def gehouden_vertraging(later: int, p80: float, begin: float) -> int:
    """Return what to tell now, ``later`` having been told: less only when it is clearly better.

    More as soon as the moment that was told (and a minute) passes; otherwise it would jump at every refresh.
    """
    nieuw = vertraging(p80, begin)
    if nieuw < later and p80 > begin + later * 60 - TERUG:
        return later
    return nieuw if not later or nieuw < later or p80 > begin + later * 60 + 60 else later


def drukte(wacht: float) -> Drukte:
    """``wacht``: expected seconds for who would walk in now."""
    if wacht < 5 * 60:
        return Drukte.RUSTIG
    return Drukte.GEWOON if wacht <= 15 * 60 else Drukte.DRUK


def _soort(venster: Venster, nu: float) -> Soort:
    if venster.tot - nu <= VIJF:
        return Soort.BIJNA
    midden = (venster.van + venster.tot) / 2
    return Soort.MEER_DAN_EEN_UUR if midden - nu > UUR else Soort.TUSSEN


def _vijven(rond: Callable[[float], int], seconden: float) -> int:
    """Round to whole fives of minutes."""
    return rond(seconden / VIJF) * 5
