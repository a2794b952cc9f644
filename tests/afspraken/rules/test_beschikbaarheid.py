"""Masks of free cells against the slow and obvious way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from afspraken.rules.beschikbaarheid import (
    SLIVER_CELLEN,
    cellen_in,
    is_rond,
    nette_starts,
    starts,
    starts_van_velen,
)

LENGTE = 40
MASKERS = st.integers(min_value=0, max_value=(1 << LENGTE) - 1)
CELLEN = st.integers(min_value=1, max_value=12)


def past(vrij: int, cel: int, cellen: int) -> bool:
    """Whether each cell is free, one by one."""
    return all(vrij >> i & 1 for i in range(cel, cel + cellen))


def ruimte(vrij: int, cel: int, stap: int) -> int:
    """How many free cells lie side by side from here."""
    aantal = 0
    while cel >= 0 and vrij >> cel & 1:
        aantal, cel = aantal + 1, cel + stap
    return aantal


@given(MASKERS, CELLEN)
def test_een_start_is_waar_alle_cellen_vrij_zijn(vrij: int, cellen: int) -> None:
    assert set(cellen_in(starts(vrij, cellen))) == {i for i in range(LENGTE) if past(vrij, i, cellen)}


@given(MASKERS, CELLEN)
def test_een_nette_start_laat_aan_elke_kant_niets_of_genoeg_over(vrij: int, cellen: int) -> None:
    nodig = {
        i
        for i in range(LENGTE)
        if past(vrij, i, cellen)
        and not 0 < ruimte(vrij, i - 1, -1) < SLIVER_CELLEN
        and not 0 < ruimte(vrij, i + cellen, 1) < SLIVER_CELLEN
    }
    assert set(cellen_in(nette_starts(vrij, cellen))) == nodig


@given(st.lists(MASKERS, max_size=5), CELLEN)
def test_van_velen_past_het_waar_het_bij_een_past(vrijen: list[int], cellen: int) -> None:
    alle, net = starts_van_velen(vrijen, cellen)
    assert set(cellen_in(alle)) == {i for i in range(LENGTE) if any(past(v, i, cellen) for v in vrijen)}
    assert set(cellen_in(net)) == {i for v in vrijen for i in cellen_in(nette_starts(v, cellen))}


@given(MASKERS)
def test_cellen_komen_op_volgorde_en_vormen_samen_het_masker(mask: int) -> None:
    cellen = list(cellen_in(mask))
    assert cellen == sorted(set(cellen))
    assert sum(1 << cel for cel in cellen) == mask


def test_rond_is_op_het_kwartier() -> None:
    assert [cel * 5 for cel in range(12) if is_rond(cel)] == [0, 15, 30, 45]
