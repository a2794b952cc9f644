"""Time of specialists that ordinary appointments leave free."""

from __future__ import annotations

from math import exp, factorial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afspraken.rules.bescherming import Bescherming, Wacht, bescherming_op, blokken_in, niveau
from locaties.rules.tijdvak import masker

OPEN = masker(102, 204)  # 8:30 - 17:00
OCHTEND, MIDDAG = masker(102, 144), masker(144, 204)
AANDELEN = {"toegankelijkheid": 0.02}


def _kans_op_hoogstens(y: int, verwacht: float) -> float:
    return sum(exp(-verwacht) * verwacht**k / factorial(k) for k in range(y + 1))


@given(st.floats(0, 12), st.sampled_from([0.05, 0.2, 0.5]))
def test_het_niveau_is_het_kleinste_dat_vaak_genoeg_volstaat(verwacht: float, verhouding: float) -> None:
    y = niveau(verwacht, verhouding)
    assert _kans_op_hoogstens(y, verwacht) >= 1 - verhouding - 1e-9
    assert y == 0 or _kans_op_hoogstens(y - 1, verwacht) < 1 - verhouding + 1e-9


@pytest.mark.parametrize(("verwacht", "blokken"), [(0.0, 0), (0.22, 0), (0.23, 1), (1.5, 2), (3.0, 4)])
def test_met_een_vijfde_laat_het_los_onder_0_22_verwachte_vragen(verwacht: float, blokken: int) -> None:
    assert niveau(verwacht, 0.2) == blokken


def _niveaus(dagen: int, mensen: int = 10) -> dict[tuple[int, str], int]:
    return dict(
        bescherming_op(
            open_=OPEN, mensen=mensen, aandelen=AANDELEN, dagen_vooruit=dagen, verhouding=0.2
        ).niveaus
    )


def test_hoe_dichterbij_de_dag_hoe_minder_er_vrij_blijft_en_op_de_dag_zelf_niets() -> None:
    verloop = [_niveaus(dagen).get((1, "toegankelijkheid"), 0) for dagen in (28, 7, 1, 0)]
    assert verloop == sorted(verloop, reverse=True)
    assert verloop[0] >= 2
    assert _niveaus(0) == {}


def test_een_klein_kantoor_houdt_minder_vrij_dan_een_groot() -> None:
    assert _niveaus(28, mensen=2)[0, "toegankelijkheid"] < _niveaus(28, mensen=40)[0, "toegankelijkheid"]


@given(st.integers(0, (1 << 24) - 1))
def test_blokken_zijn_stukken_van_twintig_minuten_die_elkaar_niet_raken(vrij: int) -> None:
    stukken = f"{vrij:b}".split("0")
    assert blokken_in(vrij) == sum(len(stuk) // 4 for stuk in stukken)


def _wacht(y: int, *vrij: int) -> Wacht:
    eis = frozenset({"ngt"})
    return Wacht(Bescherming({(0, "ngt"): y}), OPEN, [eis, eis, frozenset()][: len(vrij)], list(vrij))


def test_wie_geen_specialist_is_mag_altijd() -> None:
    assert _wacht(99, OPEN, OPEN, OPEN).mag([OPEN, OPEN, OPEN], 2, masker(102, 106))


def test_de_ene_specialist_mag_zolang_de_ander_genoeg_over_heeft() -> None:
    vrij = [masker(102, 106), masker(102, 106)]
    assert _wacht(1, *vrij).mag(vrij, 0, masker(102, 106))
    assert not _wacht(2, *vrij).mag(vrij, 0, masker(102, 106))


def test_een_restje_dat_toch_geen_blok_meer_is_mag_weg() -> None:
    vrij = [masker(102, 105)]
    assert _wacht(2, *vrij).mag(vrij, 0, masker(102, 105))


def test_de_middag_telt_niet_voor_de_ochtend() -> None:
    vrij = [masker(102, 106) | MIDDAG]
    assert not _wacht(1, *vrij).mag(vrij, 0, masker(102, 106))
    assert _wacht(1, *vrij).mag(vrij, 0, masker(150, 154))


MASKERS = st.lists(st.tuples(st.integers(102, 200), st.integers(1, 30)), max_size=4).map(
    lambda gaten: OPEN & ~sum(masker(a, a + n) & OPEN for a, n in dict(gaten).items() if n) if gaten else OPEN
)


@given(st.tuples(MASKERS, MASKERS), st.integers(0, 6), st.integers(1, 12))
def test_de_snelle_weg_geeft_hetzelfde_als_elke_start_apart(
    vrij: tuple[int, int], y: int, cellen: int
) -> None:
    wacht = _wacht(y, *vrij)
    starts = sum(1 << c for c in range(102, 204) if masker(c, c + cellen) & ~vrij[0] == 0)
    goed = sum(
        1 << c for c in range(102, 204) if starts >> c & 1 and wacht.mag(vrij, 0, masker(c, c + cellen))
    )
    assert wacht.toegestaan(vrij, 0, starts, cellen) == goed
