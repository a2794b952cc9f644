"""Who can do most stays free longest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afspraken.rules.beschikbaarheid import starts
from afspraken.rules.toewijzing import Kracht, beste, gewichten, schaarste, zeldzaam

VRIJ = 0b1111_1111


@given(
    st.lists(st.tuples(st.integers(0, (1 << 20) - 1), st.sampled_from([1.0, 2.0, 21.0])), max_size=6),
    st.integers(0, 19),
    st.integers(1, 5),
)
def test_de_beste_is_vrij_en_niemand_die_minder_schaars_is_was_ook_vrij(
    rij: list[tuple[int, float]], cel: int, cellen: int
) -> None:
    krachten = [Kracht(i, vrij, schaars) for i, (vrij, schaars) in enumerate(rij)]
    kan = [k for k in krachten if starts(k.vrij, cellen) >> cel & 1]

    gekozen = beste(krachten, cel, cellen)

    if not kan:
        assert gekozen is None
    else:
        assert gekozen in {k.id for k in kan}
        assert krachten[gekozen].schaarste == min(k.schaarste for k in kan)


def test_bij_gelijke_schaarste_wint_wie_geen_snipper_overhoudt() -> None:
    krap, ruim = Kracht(1, 0b0000_0111, 1), Kracht(2, VRIJ, 1)
    assert beste([krap, ruim], cel=0, cellen=2) == 2
    assert beste([krap, ruim], cel=0, cellen=3) == 1


def test_daarna_wint_wie_het_kleinste_gat_heeft_dat_past() -> None:
    ruim, krap = Kracht(1, VRIJ, 1), Kracht(2, 0b0000_1111, 1)
    assert beste([ruim, krap], cel=0, cellen=2) == 2


def test_een_specialisme_weegt_zwaarder_dan_alle_vaardigheden_samen() -> None:
    gewicht = gewichten(dict.fromkeys(range(20), 1))
    assert zeldzaam(frozenset({"ngt"}), {"ngt": 2}) > schaarste(frozenset(range(20)), gewicht)


def test_wie_als_enige_een_specialisme_heeft_blijft_het_langst_vrij() -> None:
    eis = frozenset({"ngt"})
    assert zeldzaam(eis, {"ngt": 1}) > 2 * zeldzaam(eis, {"ngt": 2})


def test_wat_weinigen_kunnen_weegt_het_zwaarst() -> None:
    gewicht = gewichten({1: 1, 2: 2, 3: 10})
    assert gewicht[1] == 2 * gewicht[2] > gewicht[3] > 0
    assert sum(gewicht.values()) == pytest.approx(10)
