"""The next turn of a visit, and how often and how soon somebody who was not there is called again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from afspraken.rules.beurt import eerste_beurt, is_gemist, roepbaar_vanaf
from afspraken.rules.dagseconde import dagklok, dagseconde, wandtijd
from afspraken.rules.oproepuitleg import Oproepreden, lees, te_bewaren
from afspraken.rules.volgorde import Reden, Uitleg, Voorbij

TIEN = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Amsterdam")


@pytest.mark.parametrize(
    ("delen", "kunnen", "aantal"),
    [
        ([1, 2], [{1, 2}], 2),
        ([1, 2], [{1}, {2}], 1),
        ([1, 2], [{2}], 1),  # nobody can do the first: somebody must find out
        ([1, 1, 2, 3], [{1, 3}, {1, 2}], 3),
        ([1], [], 1),
        ([], [{1}], 0),
    ],
)
def test_een_beurt_is_zoveel_als_een_medewerker_samen_kan(delen, kunnen, aantal):
    assert eerste_beurt(delen, map(frozenset, kunnen)) == aantal


@pytest.mark.parametrize(
    ("gemist", "laatste", "vanaf"),
    [
        (0, TIEN, TIEN),
        (1, TIEN, TIEN + timedelta(minutes=2)),
        (1, None, TIEN),
        (1, TIEN - timedelta(hours=1), TIEN),
    ],
)
def test_wie_er_niet_was_wordt_even_later_weer_geroepen(gemist, laatste, vanaf):
    assert roepbaar_vanaf(TIEN, gemist=gemist, laatste_oproep=laatste) == vanaf


@pytest.mark.parametrize(
    ("gemist", "roepwijze", "weg"),
    [(2, "scherm", False), (3, "scherm", True), (9, "ophalen", False)],
)
def test_drie_keer_niet_gekomen_is_gemist_maar_nooit_wie_wordt_opgehaald(gemist, roepwijze, weg):
    assert is_gemist(gemist=gemist, roepwijze=roepwijze) is weg


def test_seconden_van_de_dag_volgen_de_klok_aan_de_muur():
    assert dagseconde(TIEN + timedelta(seconds=90), ZONE) == 10 * 3600 + 90
    # The clock went back this night: ten o'clock is ten o'clock.
    assert dagseconde(datetime(2026, 10, 25, 9, 0, tzinfo=UTC), ZONE) == 10 * 3600
    klok = dagklok(TIEN, ZONE)
    assert [klok(TIEN + timedelta(minutes=m)) for m in (-30, 0, 45)] == [34200, 36000, 38700]
    assert (wandtijd(10 * 3600 + 20 * 60 + 59), wandtijd(9 * 3600)) == ("10.20", "9.00")


def test_wat_van_een_oproep_blijft_noemt_geen_opleiding_en_geen_vaste_balie():
    uitleg = Uitleg(Reden.HIER_BELOOFD, 36000.0, ("communicatie",), Voorbij.COLLEGA_VRIJ)
    assert te_bewaren(uitleg) == "afspraak/collega_vrij"
    assert lees("afspraak/collega_vrij") == Oproepreden("afspraak", "collega_vrij")
    assert lees(te_bewaren(None)) == Oproepreden("gekozen")
    assert lees(te_bewaren(Uitleg(Reden.WACHT_HET_LANGST))) == Oproepreden("wacht_het_langst")
