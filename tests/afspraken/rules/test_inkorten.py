"""Who stays after one person falls out: shorter, in order, and only in time that is theirs or free."""

from __future__ import annotations

from collections.abc import Hashable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afspraken.rules.duur import Deel, Groepduur
from afspraken.rules.inkorten import Stuk, zonder_persoon
from locaties.rules.tijdvak import masker

DUREN = {p: {"": Groepduur(10, 5), "kind": Groepduur(20, 5)} for p in (1, 2)}
ALTIJD = masker(0, 288)
TIJD = st.integers(100, 160)


def _rij(*regels: tuple[str, int, int, int], begin: int = 120) -> tuple[Stuk, ...]:
    """Parts in a row: who serves, product, person, cells."""
    uit = []
    for wie, product, persoon, cellen in regels:
        uit.append(Stuk(Deel(product, persoon, "", cellen * 5), begin, cellen, wie))
        begin += cellen
    return tuple(uit)


def _kort(stukken: tuple[Stuk, ...]) -> list[tuple[object, int, int, int]]:
    return [(stuk.wie, stuk.deel.persoon, stuk.cel - 120, stuk.cellen) for stuk in stukken]


TWEE = _rij(("A", 1, 0, 2), ("A", 1, 1, 1), ("B", 2, 0, 2), ("B", 2, 1, 1))


@pytest.mark.parametrize(
    ("vrij", "na"),
    [
        ({"A": ALTIJD, "B": ALTIJD}, [("A", 0, 0, 2), ("B", 0, 2, 2)]),
        ({"B": ALTIJD}, [("A", 0, 0, 2), ("B", 0, 2, 2)]),
        ({"A": ALTIJD}, [("A", 0, 0, 3), ("B", 0, 3, 2)]),
        ({}, [("A", 0, 0, 3), ("B", 0, 3, 2)]),
    ],
    ids=["beiden vrij", "alleen de tweede", "de tweede niet", "allebei niet"],
)
def test_de_tweede_medewerker_schuift_op_als_het_kan_en_anders_wacht_de_eerste(vrij, na):
    assert _kort(zonder_persoon(TWEE, 1, begin=120, extra_cellen=0, duren=DUREN, vrij=vrij)) == na


def test_de_tweede_begint_zo_vroeg_als_hij_vrij_is():
    stukken = _rij(("A", 1, 0, 4), ("A", 1, 1, 4), ("B", 2, 0, 2))
    na = zonder_persoon(stukken, 1, begin=120, extra_cellen=0, duren=DUREN, vrij={"B": masker(126, 288)})
    assert _kort(na) == [("A", 0, 0, 6), ("B", 0, 6, 2)]


def test_valt_het_hele_werk_van_de_eerste_weg_dan_houdt_de_tweede_desnoods_de_eigen_tijd():
    stukken = _rij(("A", 1, 0, 2), ("B", 2, 0, 2), ("B", 2, 1, 1))
    bezet = zonder_persoon(stukken, 0, begin=120, extra_cellen=0, duren=DUREN, vrij={})
    vrij = zonder_persoon(stukken, 0, begin=120, extra_cellen=0, duren=DUREN, vrij={"B": ALTIJD})
    assert _kort(bezet) == [("B", 1, 2, 2)]
    assert _kort(vrij) == [("B", 1, 0, 2)]


def test_wie_eerder_een_gat_liet_kan_later_alsnog_opschuiven():
    stukken = _rij(("B", 2, 1, 2), ("B", 2, 2, 1), begin=122)
    na = zonder_persoon(stukken, 2, begin=120, extra_cellen=0, duren=DUREN, vrij={"B": ALTIJD})
    assert _kort(na) == [("B", 1, 0, 2)]


def test_extra_tijd_blijft_bij_wie_het_eerst_aan_de_beurt_is():
    stukken = tuple(
        Stuk(s.deel, s.cel + 2 * (i > 0), s.cellen + 2 * (i == 0), s.wie) for i, s in enumerate(TWEE)
    )
    na = zonder_persoon(stukken, 0, begin=120, extra_cellen=2, duren=DUREN, vrij={"B": ALTIJD})
    assert _kort(na) == [("A", 1, 0, 4), ("B", 1, 4, 2)]


@pytest.mark.parametrize(("vrij", "cellen"), [({"B": ALTIJD}, 4), ({}, 3)], ids=["past", "past niet"])
def test_extra_tijd_gaat_mee_naar_de_tweede_zover_het_past(vrij, cellen):
    stukken = (
        Stuk(Deel(1, 0, "", 10), 120, 4, "A"),
        *_rij(("B", 2, 0, 2), ("B", 2, 1, 1), begin=124),
    )
    na = zonder_persoon(stukken, 0, begin=120, extra_cellen=2, duren=DUREN, vrij=vrij)
    assert [stuk.cellen for stuk in na] == [cellen]


@pytest.mark.parametrize(
    ("nu_in_de_catalogus", "minuten"), [(10, 10), (40, 20), (1, 5)], ids=["korter", "langer", "bijna niets"]
)
def test_wie_overblijft_krijgt_een_volle_beurt_en_nooit_meer_dan_er_was(nu_in_de_catalogus, minuten):
    stukken = _rij(("A", 1, 0, 4), ("A", 1, 1, 1))
    duren = {1: {"": Groepduur(nu_in_de_catalogus, 5)}}
    na = zonder_persoon(stukken, 0, begin=120, extra_cellen=0, duren=duren, vrij={})
    assert [stuk.deel.minuten for stuk in na] == [minuten]


def test_is_de_langste_er_nog_dan_blijft_ieders_tijd_zoals_afgesproken():
    stukken = _rij(("A", 1, 0, 4), ("A", 1, 1, 1), ("A", 1, 2, 1))
    duren = {1: {"": Groepduur(60, 60)}}
    na = zonder_persoon(stukken, 1, begin=120, extra_cellen=0, duren=duren, vrij={})
    assert [stuk.deel.minuten for stuk in na] == [20, 5]


@st.composite
def _afspraken(trek: st.DrawFn) -> tuple[tuple[Stuk, ...], int, dict[Hashable, int]]:
    """One to four blocks of one product each, extra time on the first part, and when everybody is free."""
    regels = [
        (f"wie{trek(st.integers(0, 2))}-{product}", product, persoon, trek(st.integers(1, 4)))
        for product in range(trek(st.integers(1, 4)))
        for persoon in range(trek(st.integers(1, 3)))
    ]
    namen: dict[int, str] = {}
    regels = [(namen.setdefault(product, wie), product, p, c) for wie, product, p, c in regels]
    extra, stukken = trek(st.integers(0, 3)), _rij(*regels)
    eerste = Stuk(stukken[0].deel, 120 - extra, stukken[0].cellen + extra, stukken[0].wie)
    vrij: dict[Hashable, int] = {
        wie: masker(trek(st.integers(100, 150)), 288) & ~masker(*sorted(trek(st.tuples(TIJD, TIJD))))
        for wie in namen.values()
    }
    return (eerste, *stukken[1:]), extra, vrij


@settings(max_examples=400)
@given(_afspraken(), st.permutations([0, 1, 2]), st.integers(1, 60))
def test_wie_blijft_past_altijd_en_niemand_anders_wordt_geraakt(
    geval: tuple[tuple[Stuk, ...], int, dict[Hashable, int]], weg: list[int], vol: int
) -> None:
    stukken, extra, vrij = geval
    duren = {p: {"": Groepduur(vol, 5)} for p in range(4)}
    begin = stukken[0].cel
    for persoon in weg:
        na = zonder_persoon(stukken, persoon, begin=begin, extra_cellen=extra, duren=duren, vrij=vrij)
        _is_korter(stukken, na, persoon, vrij)
        if not na:
            return
        assert begin <= na[0].cel
        stukken = na


def _is_korter(
    oud: tuple[Stuk, ...], nieuw: tuple[Stuk, ...], persoon: int, vrij: dict[Hashable, int]
) -> None:
    blijft = [(s.deel.product_id, s.deel.persoon, s.wie) for s in oud if s.deel.persoon != persoon]
    assert [(s.deel.product_id, s.deel.persoon, s.wie) for s in nieuw] == blijft
    assert all(een.einde <= twee.cel for een, twee in pairwise(nieuw))
    for stuk in nieuw:
        van_wie = [s for s in oud if s.wie == stuk.wie]
        eigen = masker(van_wie[0].cel, van_wie[-1].einde)
        assert not masker(stuk.cel, stuk.einde) & ~(vrij[stuk.wie] | eigen)
        assert stuk.einde <= van_wie[-1].einde
        assert stuk.cellen * 5 >= stuk.deel.minuten
