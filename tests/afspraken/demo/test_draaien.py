"""Running the demo: three processes that start and end together."""

import os
import signal
import subprocess
import threading

import pytest

from afspraken.demo import draaien
from afspraken.demo.draaien import Draaiend

BLIJFT = ["-c", "import time; time.sleep(60)"]


@pytest.fixture
def gestart(monkeypatch):
    """What was started, and what was said; the signals are put back."""
    oud = {nummer: signal.getsignal(nummer) for nummer in (signal.SIGINT, signal.SIGTERM)}
    processen = []
    begin = subprocess.Popen

    def onthoud(*args, **kwargs):
        processen.append(begin(*args, **kwargs))
        return processen[-1]

    monkeypatch.setattr(subprocess, "Popen", onthoud)
    monkeypatch.setattr(draaien, "WACHT_VOOR_NIEUW", 0.1)
    yield processen
    for nummer, doet in oud.items():
        signal.signal(nummer, doet)


def een_demo(site, werker, gezegd):
    demo = Draaiend(poort=1, zeg=gezegd.append)
    demo.site, demo.werker, demo.speler = site, werker, BLIJFT
    return demo


@pytest.mark.parametrize("nummer", [signal.SIGINT, signal.SIGTERM])
def test_stoppen_stopt_de_site_de_werker_en_de_speler(gestart, nummer):
    demo = een_demo(BLIJFT, BLIJFT, [])
    threading.Timer(1, os.kill, [os.getpid(), nummer]).start()
    assert demo.draai() == 0
    assert [proces.poll() is not None for proces in gestart] == [True, True, True]


def test_als_de_site_omvalt_stopt_alles_met_zijn_code(gestart):
    demo = een_demo(["-c", "raise SystemExit(3)"], BLIJFT, [])
    assert demo.draai() == 3
    assert all(proces.poll() is not None for proces in gestart)


def test_een_werker_die_omvalt_wordt_opnieuw_gestart(gestart):
    gezegd: list[str] = []
    demo = een_demo(BLIJFT, ["-c", "raise SystemExit(1)"], gezegd)
    threading.Timer(2.5, demo.stop.set).start()
    demo.draai()
    assert len(gestart) > 3
    assert gezegd[0].startswith("De werker is gestopt (code 1)")
