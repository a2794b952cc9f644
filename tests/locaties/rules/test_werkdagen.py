"""Dutch working days and holidays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locaties.rules.werkdagen import feestdagen, is_feestdag, is_werkdag, werkdagen_eraf, werkdagen_erbij

DAGEN = st.dates(date(2024, 1, 1), date(2035, 12, 1))


def test_de_feestdagen_van_2026() -> None:
    assert feestdagen(2026) == {
        date(2026, 1, 1),
        date(2026, 4, 3),
        date(2026, 4, 5),
        date(2026, 4, 6),
        date(2026, 4, 27),
        date(2026, 5, 14),
        date(2026, 5, 24),
        date(2026, 5, 25),
        date(2026, 12, 25),
        date(2026, 12, 26),
    }


@pytest.mark.parametrize(
    ("datum", "is_vrij"),
    [
        (date(2025, 4, 26), True),  # 27 April 2025 is a Sunday: the King's day is kept a day earlier
        (date(2025, 4, 27), False),
        (date(2026, 4, 27), True),
        (date(2031, 4, 26), True),
        (date(2031, 4, 27), False),
        (date(2025, 5, 5), True),  # Liberation Day: only every five years
        (date(2026, 5, 5), False),
        (date(2027, 5, 5), False),
        (date(2030, 5, 5), True),
        (date(2027, 3, 29), True),  # Easter Monday
        (date(2027, 12, 24), False),
        (date(2027, 12, 31), False),
    ],
)
def test_bijzondere_feestdagen(datum: date, is_vrij: bool) -> None:
    assert is_feestdag(datum) == is_vrij


def test_hemelvaart_op_5_mei_blijft_een_feestdag() -> None:
    """In 2016 Ascension Day fell on 5 May: no lustrum is needed for that."""
    assert is_feestdag(date(2016, 5, 5))


@given(DAGEN)
def test_in_het_weekend_wordt_niet_gewerkt(datum: date) -> None:
    assert is_werkdag(datum) == (datum.weekday() < 5 and not is_feestdag(datum))


@given(DAGEN, st.integers(1, 30))
def test_tellen_is_de_dagen_een_voor_een_langslopen(datum: date, aantal: int) -> None:
    vooruit, achteruit = werkdagen_erbij(datum, aantal), werkdagen_eraf(datum, aantal)
    for uit, stap in ((vooruit, 1), (achteruit, -1)):
        onderweg = [datum + timedelta(days=stap * i) for i in range(1, abs((uit - datum).days) + 1)]
        assert is_werkdag(uit)
        assert sum(map(is_werkdag, onderweg)) == aantal


@given(DAGEN)
def test_nul_werkdagen_verder_is_de_dag_zelf(datum: date) -> None:
    assert werkdagen_erbij(datum, 0) == werkdagen_eraf(datum, 0) == datum


def test_drie_werkdagen_over_kerst() -> None:
    assert werkdagen_erbij(date(2026, 12, 23), 3) == date(2026, 12, 29)
