from datetime import UTC, datetime, timedelta

import pytest

from afspraken.rules.backoff import volgende_poging, wachttijd

NU = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("poging", "seconden"),
    [(0, 15), (1, 15), (2, 30), (3, 60), (4, 120), (5, 240), (6, 300), (48, 300), (10_000, 300)],
)
def test_de_wachttijd_verdubbelt_tot_vijf_minuten(poging, seconden):
    assert wachttijd(poging, 0) == timedelta(seconds=seconden)


def test_toeval_maakt_de_wachttijd_hoogstens_een_vijfde_korter():
    assert timedelta(seconds=240) < wachttijd(9, 0.999) < wachttijd(9, 0.5) < wachttijd(9, 0)


def test_een_storing_van_vier_uur_wordt_overleefd():
    nu: datetime | None = NU
    poging = 1
    while nu and nu < NU + timedelta(hours=4):
        nu = volgende_poging(
            poging=poging, nu=nu, eerste_op=NU, nutteloos_na=NU + timedelta(days=7), toeval=0
        )
        poging += 1
    assert nu is not None
    assert nu <= NU + timedelta(hours=4, minutes=5)


@pytest.mark.parametrize(
    ("nutteloos_over", "bezig_al"),
    [
        (timedelta(seconds=15), timedelta()),  # exactly at the end is too late
        (timedelta(seconds=3), timedelta()),
        (timedelta(days=30), timedelta(hours=24)),
    ],
)
def test_een_poging_die_te_laat_komt_wordt_niet_meer_gedaan(nutteloos_over, bezig_al):
    moment = volgende_poging(
        poging=1, nu=NU, eerste_op=NU - bezig_al, nutteloos_na=NU + nutteloos_over, toeval=0
    )
    assert moment is None
