"""What we promise who arrives: not before, at the latest, and since when somebody waits (algoritmen.md 4.1).

Moments are aware datetimes in UTC, norms are minutes. The promise is made once and never changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from .belofte import SPELING, VROEG, speling

VOOR_TIJD = timedelta(seconds=VROEG)
NA_TIJD = timedelta(seconds=SPELING)
AANMELDEN_VOORAF = timedelta(minutes=30)  # by phone: from then on


@dataclass(frozen=True, slots=True)
class Komst:
    """An appointment whose visitor arrived. ``blok_tot``: until when employee and balie are free for it."""

    begin: datetime
    minuten: int
    blok_tot: datetime
    heeft_specialisme: bool
    te_laat_na_minuten: int
    inloopnorm_minuten: int


@dataclass(frozen=True, slots=True)
class Belofte:
    """Called in [vroegste, uiterste] as far as we can; waits count from ``wacht_sinds``."""

    vroegste: datetime
    uiterste: datetime
    wacht_sinds: datetime
    houdt_plaats: bool


def belofte_op_afspraak(komst: Komst, *, nu: datetime) -> Belofte:
    """Keep the place of who is in time, or so late that the reserved block still serves; else join the rest.

    Who needs a specialist gets the appointed time itself as the latest.
    """
    if not _houdt_plaats(komst, nu):
        return belofte_op_inloop(nu=nu, inloopnorm_minuten=komst.inloopnorm_minuten)
    uiterste = komst.begin + timedelta(seconds=speling(heeft_specialisme=komst.heeft_specialisme))
    return Belofte(komst.begin - VOOR_TIJD, uiterste, max(nu, komst.begin), houdt_plaats=True)


def belofte_op_inloop(*, nu: datetime, inloopnorm_minuten: int) -> Belofte:
    """From now, and at the latest after the published norm."""
    return Belofte(nu, nu + timedelta(minutes=inloopnorm_minuten), nu, houdt_plaats=False)


def _houdt_plaats(komst: Komst, nu: datetime) -> bool:
    is_op_tijd = nu <= komst.begin + timedelta(minutes=komst.te_laat_na_minuten)
    return is_op_tijd or nu + timedelta(minutes=komst.minuten) <= komst.blok_tot
