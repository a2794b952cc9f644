"""How long visits take: a prior until enough is known, then the office's own."""

from __future__ import annotations

from statistics import fmean, pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afspraken.rules.behandelduur import (
    PRIOR,
    dagfactor,
    duren,
    duurtabel,
    gemiddelde,
    kwantiel,
    verhouding,
)

PASPOORT, RIJBEWIJS = 1, 2


def _behandelingen(aantal: int, keer: float, product_id: int = PASPOORT) -> list[tuple[int, float]]:
    return [(product_id, keer)] * aantal


def test_de_prior_heeft_de_geplande_duur_als_gemiddelde_en_een_spreiding_van_0_6() -> None:
    alle = duren({}, PASPOORT, 600.0)
    assert fmean(alle) == pytest.approx(600.0)
    assert pstdev(alle) / 600.0 == pytest.approx(0.6, abs=0.03)
    assert list(alle) == sorted(alle)


@pytest.mark.parametrize(("bekend", "gemiddeld"), [(0, 600.0), (19, 600.0), (20, 900.0), (21, 900.0)])
def test_vanaf_twintig_telt_wat_het_kantoor_zelf_weet(bekend: int, gemiddeld: float) -> None:
    tabel = duurtabel(_behandelingen(bekend, 1.5))
    assert gemiddelde(tabel, PASPOORT, 600.0) == pytest.approx(gemiddeld)


def test_alleen_de_laatste_driehonderd_tellen() -> None:
    tabel = duurtabel([*_behandelingen(400, 9.0), *_behandelingen(300, 1.2)])
    assert duren(tabel, PASPOORT, 100.0) == pytest.approx([120.0] * 300)


def test_elk_product_leert_van_zichzelf() -> None:
    tabel = duurtabel(_behandelingen(20, 2.0, RIJBEWIJS))
    assert duren(tabel, PASPOORT, 60.0) == tuple(60.0 * keer for keer in PRIOR)
    assert set(duren(tabel, RIJBEWIJS, 60.0)) == {120.0}


@pytest.mark.parametrize(
    ("duur", "catalogus", "leert"),
    [
        (14.9, 600.0, None),  # pressed by mistake
        (15.0, 600.0, 0.025),
        (900.0, 600.0, 1.5),
        (4800.0, 600.0, 8.0),
        (4801.0, 600.0, None),  # forgotten to finish
        (60.0, 0.0, None),
    ],
)
def test_wat_nergens_op_slaat_leert_niets(duur: float, catalogus: float, leert: float | None) -> None:
    assert verhouding(duur, catalogus) == leert


@pytest.mark.parametrize(
    ("deel", "waarde"), [(0.0, 1.0), (0.1, 1.0), (0.11, 2.0), (0.5, 5.0), (0.8, 8.0), (1.0, 10.0)]
)
def test_een_kwantiel_wordt_door_dat_deel_niet_overschreden(deel: float, waarde: float) -> None:
    assert kwantiel([float(n) for n in range(1, 11)], deel) == waarde


@pytest.mark.parametrize(
    ("vandaag", "factor"),
    [
        ([], 1.0),
        ([(900.0, 600.0)] * 15, 1.25),
        ([(300.0, 600.0)] * 15, 0.75),
        ([(600.0, 0.0)], 1.0),
        # Only the last 60 count: the slow morning is forgotten.
        ([(6000.0, 600.0)] * 100 + [(600.0, 600.0)] * 60, 1.0),
    ],
)
def test_de_dagfactor_zegt_hoe_traag_het_vandaag_gaat(
    vandaag: list[tuple[float, float]], factor: float
) -> None:
    assert dagfactor(vandaag) == pytest.approx(factor)


@given(st.lists(st.floats(60, 3600), max_size=80))
def test_de_dagfactor_ligt_tussen_een_en_wat_er_gezien_is(seconden: list[float]) -> None:
    factor = dagfactor([(duur, 600.0) for duur in seconden])
    gezien = [1.0, *(duur / 600.0 for duur in seconden)]
    assert min(gezien) - 1e-9 <= factor <= max(gezien) + 1e-9
