"""The judge of the figures is itself judged: small cases of which the answer is known, both ways."""

from __future__ import annotations

from itertools import product
from random import Random

from locaties.rules.tijdvak import masker

from .rechter import Klus, Middel, Ruimte, kan_allemaal

DAG = masker(0, 12)
EEN, TWEE = frozenset({1}), frozenset({1, 2})


def iedereen(*nummers: int) -> dict[int, Middel]:
    return {nr: Middel(DAG) for nr in nummers}


def test_twee_na_elkaar_passen_bij_een():
    assert kan_allemaal([Klus(0, 6, EEN), Klus(6, 6, EEN)], iedereen(1)) is True


def test_twee_tegelijk_passen_niet_bij_een():
    assert kan_allemaal([Klus(0, 6, EEN), Klus(5, 6, EEN)], iedereen(1)) is False


def test_wie_het_niet_mag_doet_het_niet():
    assert kan_allemaal([Klus(0, 6, EEN), Klus(0, 6, EEN)], iedereen(1, 2)) is False
    assert kan_allemaal([Klus(0, 6, EEN), Klus(0, 6, TWEE)], iedereen(1, 2)) is True


def test_buiten_de_dienst_kan_niet():
    assert kan_allemaal([Klus(10, 4, EEN)], iedereen(1)) is False


def test_een_pauze_middenin_kan_niet():
    assert kan_allemaal([Klus(0, 6, EEN)], {1: Middel(DAG & ~masker(3, 4))}) is False


def test_wie_er_nu_staat_mag_van_plek_wisselen():
    """The specialist (2) does what 1 could do; only by a swap there is room for what only 2 can do."""
    nu = [Klus(0, 6, TWEE, nu=2)]
    assert kan_allemaal([*nu, Klus(0, 6, frozenset({2}))], iedereen(1, 2)) is True
    assert kan_allemaal([*nu, Klus(0, 6, EEN), Klus(0, 6, EEN)], iedereen(1, 2)) is False


def test_elk_moment_past_maar_samen_past_het_niet():
    """Never three at a time, yet whoever takes the long job meets a short one that nobody else can do."""
    lang = Klus(0, 12, TWEE)
    assert kan_allemaal([lang, Klus(0, 4, EEN)], iedereen(1, 2)) is True
    assert kan_allemaal([lang, Klus(0, 4, EEN), Klus(8, 4, frozenset({2}))], iedereen(1, 2)) is False


def test_gelijke_middelen_tellen_als_een_met_een_aantal():
    drie = [Klus(0, 6, EEN)] * 3
    assert kan_allemaal(drie, {1: Middel(DAG, 3)}) is True
    assert kan_allemaal(drie, {1: Middel(DAG, 2)}) is False


def test_ruimte_die_over_moet_blijven_telt_mee():
    """After a job of 4 cells, 8 are left: two blocks of 4, and not three."""
    klus = [Klus(0, 4, EEN)]
    assert kan_allemaal(klus, iedereen(1), [Ruimte(EEN, DAG, 4, 2)]) is True
    assert kan_allemaal(klus, iedereen(1), [Ruimte(EEN, DAG, 4, 3)]) is False


def test_ruimte_telt_alleen_aaneen_en_binnen_het_dagdeel():
    midden = [Klus(3, 6, EEN)]
    assert kan_allemaal(midden, iedereen(1), [Ruimte(EEN, DAG, 4, 1)]) is False
    assert kan_allemaal([Klus(0, 6, EEN)], iedereen(1), [Ruimte(EEN, masker(0, 8), 4, 1)]) is False


def test_ruimte_bij_een_ander_telt_niet():
    klus = [Klus(0, 12, EEN)]
    assert kan_allemaal(klus, iedereen(1, 2), [Ruimte(frozenset({2}), DAG, 4, 3)]) is True
    assert kan_allemaal(klus, iedereen(1, 2), [Ruimte(EEN, DAG, 4, 1)]) is False


def test_zegt_hetzelfde_als_alles_proberen():
    """Two hundred small cases drawn from a seed, judged by trying every division; both answers must occur."""
    toeval, antwoorden = Random(7), []
    for _ in range(200):
        middelen = {nr: Middel(DAG & ~masker(van, van + 2)) for nr, van in ((1, 0), (2, 5), (3, 10))}
        klussen = [
            Klus(toeval.randrange(10), toeval.randint(1, 5), frozenset(toeval.sample((1, 2, 3), 2)))
            for _ in range(5)
        ]
        verwacht = any(_klopt(klussen, middelen, wie) for wie in product(middelen, repeat=len(klussen)))
        assert kan_allemaal(klussen, middelen) is verwacht
        antwoorden.append(verwacht)
    assert 20 < sum(antwoorden) < 180


def _klopt(klussen: list[Klus], middelen: dict[int, Middel], wie: tuple[int, ...]) -> bool:
    vrij = {nr: middel.vrij for nr, middel in middelen.items()}
    for klus, nr in zip(klussen, wie, strict=True):
        if nr not in klus.mag or klus.tijd & ~vrij[nr]:
            return False
        vrij[nr] &= ~klus.tijd
    return True
