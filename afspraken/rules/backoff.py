"""When to try an undelivered message again, and when to stop and show it as failed.

The wait grows to five minutes and no further: after an outage of hours the backlog must be gone within
ten minutes. Chance comes in as a value, so that a thousand messages do not all knock at once.
"""

from datetime import datetime, timedelta

EERSTE_WACHT = timedelta(seconds=15)
LANGSTE_WACHT = timedelta(minutes=5)
OPGEVEN_NA = timedelta(hours=24)
_SPREIDING = 0.2


def wachttijd(poging: int, toeval: float) -> timedelta:
    """The wait after attempt number `poging` (the first is 1); `toeval` is a number from 0 up to 1."""
    verdubbelingen = min(max(poging, 1) - 1, 10)
    basis = min(EERSTE_WACHT * (1 << verdubbelingen), LANGSTE_WACHT)
    return basis * (1 - _SPREIDING * toeval)


def volgende_poging(
    *, poging: int, nu: datetime, eerste_op: datetime, nutteloos_na: datetime, toeval: float
) -> datetime | None:
    """The moment of the next attempt, or None when it would come too late to make sense."""
    moment = nu + wachttijd(poging, toeval)
    return moment if moment < min(nutteloos_na, eerste_op + OPGEVEN_NA) else None
