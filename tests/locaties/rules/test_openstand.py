"""Open now, until when, and from when again."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from locaties.rules.openstand import Openstand, openstand
from locaties.rules.tijdvak import cel_na, cel_van, masker

ZONE = ZoneInfo("Europe/Amsterdam")


def om(wandtijd: str, dag: int = 3) -> datetime:
    return datetime.combine(date(2026, 11, dag), time.fromisoformat(wandtijd), ZONE)


def uren(*paren: tuple[str, str]) -> int:
    return sum(
        masker(cel_na(time.fromisoformat(van)), cel_van(time.fromisoformat(tot))) for van, tot in paren
    )


DAG = uren(("09:00", "12:00"), ("13:00", "16:00"))


@pytest.mark.parametrize(
    ("nu", "sluit", "opent"),
    [
        ("08:00", None, om("09:00")),
        ("09:00", om("12:00"), om("13:00")),
        ("11:59", om("12:00"), om("13:00")),
        ("12:00", None, om("13:00")),
        ("15:00", om("16:00"), om("09:00", 5)),
        ("16:00", None, om("09:00", 5)),
    ],
)
def test_open_tot_wanneer_en_vanaf_wanneer_weer(
    nu: str, sluit: datetime | None, opent: datetime | None
) -> None:
    assert openstand(om(nu), ZONE, [DAG, 0, DAG]) == Openstand(sluit, opent)


def test_zonder_uren_is_het_nergens_open() -> None:
    assert openstand(om("10:00"), ZONE, [0, 0]) == Openstand()
