"""The clock of the queue: seconds since the start of the local day, as the wall shows them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo


def dagseconde(moment: datetime, zone: ZoneInfo) -> float:
    """Return hours, minutes and seconds of the wall clock in seconds; ``moment`` is aware."""
    wand = moment.astimezone(zone)
    return wand.hour * 3600.0 + wand.minute * 60 + wand.second + wand.microsecond / 1e6


def dagklok(nu: datetime, zone: ZoneInfo) -> Callable[[datetime], float]:
    """Return the same for many moments at once; on a night of a clock change, those on the side of ``nu``."""
    basis = dagseconde(nu, zone)
    return lambda moment: basis + (moment - nu).total_seconds()


def wandtijd(seconde: float) -> str:
    """Return "10.20"; as in Dutch."""
    minuten = int(seconde // 60)
    return f"{minuten // 60}.{minuten % 60:02}"
