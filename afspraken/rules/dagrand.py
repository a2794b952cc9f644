"""Where a local day begins and ends."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from locaties.rules.tijdvak import CELLEN_PER_DAG, moment_van


def dag_van(nu: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return the day in which a moment lies, as ``dag_op`` does."""
    return dag_op(nu.astimezone(zone).date(), zone)


def dag_op(datum: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return [midnight, next midnight) in UTC; 23 to 25 hours apart."""
    return moment_van(datum, 0, zone), moment_van(datum, CELLEN_PER_DAG, zone)
