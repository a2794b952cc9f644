"""The clock of the demo: set once, at a speed, and never back."""

from datetime import UTC, datetime, timedelta

import pytest

from afspraken.rules.demoklok import Demoklok

ECHT, DEMO = datetime(2026, 11, 3, 20, 0, tzinfo=UTC), datetime(2026, 11, 4, 7, 30, tzinfo=UTC)


@pytest.mark.parametrize(("tempo", "minuten"), [(0, 0), (1, 2), (30, 60), (60, 120)])
def test_de_klok_loopt_zo_snel_als_gekozen(tempo, minuten):
    klok = Demoklok(ECHT, DEMO, tempo)
    assert klok.op(ECHT + timedelta(minutes=2)) == DEMO + timedelta(minutes=minuten)


def test_voor_de_klok_gezet_is_loopt_hij_niet_terug():
    assert Demoklok(ECHT, DEMO, 60).op(ECHT - timedelta(minutes=1)) == DEMO


def test_een_ander_tempo_gaat_verder_waar_de_klok_is():
    klok = Demoklok(ECHT, DEMO, 60).met_tempo(1, echt=ECHT + timedelta(minutes=1))
    assert klok.op(ECHT + timedelta(minutes=3)) == DEMO + timedelta(hours=1, minutes=2)
