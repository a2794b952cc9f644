"""Deadlines of orders, over weekends and holidays."""

from datetime import date

import pytest

from locaties.rules.werkdagen import is_werkdag
from toegankelijkheid.rules.bestelling import (
    Besteleis,
    bestelling_op_tijd,
    geregeld_voor,
    uiterste_besteldatum,
)

TOLK = Besteleis("gebarentolk", "tolk NGT", werkdagen=5, vervanging="tolk_op_afstand")
BEL_MIJ = Besteleis("anders", "bellen", werkdagen=0, binnen_werkdagen=2)


@pytest.mark.parametrize(
    ("datum", "uiterlijk"),
    [
        (date(2026, 12, 7), date(2026, 11, 30)),
        (date(2026, 12, 4), date(2026, 11, 27)),
        # Both Christmas days (Friday, Saturday) and New Year's Day are no working days.
        (date(2026, 12, 28), date(2026, 12, 18)),
        (date(2027, 1, 4), date(2026, 12, 24)),
    ],
)
def test_een_tolk_wordt_vijf_werkdagen_vooraf_besteld(datum, uiterlijk):
    assert uiterste_besteldatum(TOLK, datum=datum, is_werkdag=is_werkdag) == uiterlijk


@pytest.mark.parametrize(
    ("vandaag", "op_tijd"),
    [
        (date(2026, 11, 29), True),
        (date(2026, 11, 30), True),
        (date(2026, 12, 1), False),
        (date(2026, 12, 7), False),
    ],
)
def test_op_de_laatste_besteldag_kan_het_nog(vandaag, op_tijd):
    eisen = {"datum": date(2026, 12, 7), "vandaag": vandaag, "is_werkdag": is_werkdag}
    assert bestelling_op_tijd(TOLK, **eisen) is op_tijd


@pytest.mark.parametrize("datum", [date(2026, 11, 23), date(2026, 11, 24), date(2026, 12, 7)])
def test_bel_mij_houdt_geen_enkele_dag_tegen(datum):
    assert bestelling_op_tijd(BEL_MIJ, datum=datum, vandaag=date(2026, 11, 23), is_werkdag=is_werkdag)


@pytest.mark.parametrize(
    ("vandaag", "datum", "voor"),
    [
        (date(2026, 11, 23), date(2026, 12, 7), date(2026, 11, 25)),
        (date(2026, 11, 26), date(2026, 12, 7), date(2026, 11, 30)),
        (date(2026, 11, 28), date(2026, 12, 7), date(2026, 12, 1)),
        (date(2026, 12, 24), date(2027, 1, 11), date(2026, 12, 29)),
        # Never after the visit itself.
        (date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 24)),
    ],
)
def test_wij_bellen_binnen_twee_werkdagen_en_voor_het_bezoek(vandaag, datum, voor):
    assert geregeld_voor(BEL_MIJ, datum=datum, vandaag=vandaag, is_werkdag=is_werkdag) == voor


def test_een_tolk_is_geregeld_op_de_laatste_besteldag():
    voor = geregeld_voor(TOLK, datum=date(2026, 12, 7), vandaag=date(2026, 11, 23), is_werkdag=is_werkdag)
    assert voor == date(2026, 11, 30)
