"""Dutch working days. Source: public holidays of the ``holidays`` library; Saturday and Sunday are none."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import holidays

ZATERDAG = 5


@cache
def feestdagen(jaar: int) -> frozenset[date]:
    """Public holidays of one year; the library has Liberation Day only in multiples of five."""
    return frozenset(holidays.country_holidays("NL", years=jaar))


def is_feestdag(datum: date) -> bool:
    """Whether the municipality is closed for a holiday."""
    return datum in feestdagen(datum.year)


def is_werkdag(datum: date) -> bool:
    """Monday to Friday, no holiday."""
    return datum.weekday() < ZATERDAG and not is_feestdag(datum)


def werkdagen_erbij(datum: date, aantal: int) -> date:
    """Return the working day that lies ``aantal`` working days after the date (not counted)."""
    return _tel(datum, aantal, timedelta(days=1))


def werkdagen_eraf(datum: date, aantal: int) -> date:
    """Return the working day that lies ``aantal`` working days before the date (not counted)."""
    return _tel(datum, aantal, timedelta(days=-1))


def _tel(datum: date, aantal: int, stap: timedelta) -> date:
    while aantal > 0:
        datum += stap
        if is_werkdag(datum):
            aantal -= 1
    return datum
