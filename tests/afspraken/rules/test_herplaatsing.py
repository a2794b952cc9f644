"""Who takes over from somebody who falls out."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from afspraken.rules.herplaatsing import Blok, herplaats
from afspraken.rules.plaatsing import Werker
from locaties.rules.tijdvak import masker

DAG = (1, date(2026, 11, 3))
OCHTEND = masker(108, 144)


def _blok(nummer: int, *, cel: int = 120, behoefte: bool = False, vast: bool = False, eis: str = "") -> Blok:
    return Blok(UUID(int=nummer), DAG, cel, 2, frozenset({1}), frozenset({eis} - {""}), behoefte, vast)


def _werker(nummer: int, *, vrij: int = OCHTEND, kan: int = 1, eis: str = "") -> Werker:
    return Werker(nummer, nummer, vrij, frozenset({kan}), frozenset({eis} - {""}))


def test_een_vrije_gelijke_neemt_over():
    assert herplaats([_blok(1)], {DAG: [_werker(7)]}) == {UUID(int=1): _werker(7)}


def test_wie_het_product_niet_kan_neemt_niet_over():
    assert herplaats([_blok(1)], {DAG: [_werker(7, kan=2)]}) == {}


def test_wie_de_opleiding_niet_heeft_neemt_niet_over():
    assert herplaats([_blok(1, eis="communicatie")], {DAG: [_werker(7)]}) == {}


def test_wie_maar_een_deel_vrij_is_neemt_niet_over():
    assert herplaats([_blok(1)], {DAG: [_werker(7, vrij=masker(108, 121))]}) == {}


def test_een_ander_kantoor_helpt_niet():
    assert herplaats([_blok(1)], {(2, DAG[1]): [_werker(7)]}) == {}


def test_wie_beloofd_is_wordt_niet_gewisseld():
    assert herplaats([_blok(1, vast=True)], {DAG: [_werker(7)]}) == {}


def test_een_collega_krijgt_geen_twee_tegelijk_en_behoeften_gaan_voor():
    gekozen = herplaats([_blok(1), _blok(2, behoefte=True)], {DAG: [_werker(7)]})
    assert set(gekozen) == {UUID(int=2)}


def test_een_collega_kan_twee_na_elkaar():
    assert set(herplaats([_blok(1), _blok(2, cel=122)], {DAG: [_werker(7)]})) == {UUID(int=1), UUID(int=2)}


def test_wie_het_minste_keus_heeft_gaat_voor():
    alleen_acht = _blok(2, eis="communicatie")
    gekozen = herplaats([_blok(1), alleen_acht], {DAG: [_werker(8, eis="communicatie"), _werker(7)]})
    assert {pk.int: werker.medewerker_id for pk, werker in gekozen.items()} == {1: 7, 2: 8}


def test_twee_diensten_van_een_collega_zijn_een_persoon():
    middag = Werker(70, 7, OCHTEND, frozenset({1}), frozenset())
    gekozen = herplaats([_blok(1), _blok(2)], {DAG: [_werker(7), middag]})
    assert len(gekozen) == 1
