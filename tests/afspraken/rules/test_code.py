"""Codes that people read aloud."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from afspraken.rules.code import LENGTE, TEKENS, lees_code, nieuwe_code


def test_codes_hebben_zes_leesbare_tekens_en_zijn_niet_te_raden() -> None:
    codes = [nieuwe_code() for _ in range(2000)]
    assert all(len(code) == LENGTE and set(code) <= set(TEKENS) for code in codes)
    assert len(set(codes)) >= 1999
    # Every sign turns up: nothing is quietly left out.
    assert set("".join(codes)) == set(TEKENS)


def test_niets_in_een_code_lijkt_op_iets_anders() -> None:
    assert not set(TEKENS) & set("01OIL5SAEU")


@given(
    st.text(alphabet=TEKENS, min_size=LENGTE, max_size=LENGTE),
    st.lists(st.sampled_from([" ", "-", ".", ""]), min_size=LENGTE, max_size=LENGTE),
)
def test_spaties_streepjes_en_kleine_letters_maken_niet_uit(code: str, tussen: list[str]) -> None:
    zoals_getypt = "".join(t + s for t, s in zip(code.lower(), tussen, strict=True))
    assert lees_code(zoals_getypt) == lees_code(f" {zoals_getypt} ") == code


@given(st.text())
def test_elke_tekst_is_te_lezen(tekst: str) -> None:
    gelezen = lees_code(tekst)
    assert gelezen == "".join(teken for teken in gelezen if teken.isalnum())
