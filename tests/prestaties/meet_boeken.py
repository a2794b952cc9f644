"""Figures of booking, printed as ``name[engine]: value unit`` on both databases; nothing here asserts a time.

Each part runs in a fresh process on a database of its own, and fails only when it cannot be carried out.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.draaien import POSTGRESQL, postgresql_weigert
from tests.gelijktijdig.databank import WORTEL, eigen_databank, omgeving

ONDERDELEN = ("vrije_tijden", "kantoren", "drukte", "pagina", "stappen")
MOTOREN = {"sqlite": "", "postgresql": POSTGRESQL}


@pytest.mark.parametrize("motor", MOTOREN)
@pytest.mark.parametrize("onderdeel", ONDERDELEN)
def test_meet_boeken(onderdeel: str, motor: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if motor == "postgresql" and (weigering := postgresql_weigert()):
        print(f"{onderdeel}[postgresql]: niet gemeten: {weigering} (start PostgreSQL of zet DATABASE_URL)")
        return
    monkeypatch.setenv("DATABASE_URL", MOTOREN[motor])
    # Not pytest's folder: that keeps the files of three runs, and these are large.
    with tempfile.TemporaryDirectory() as map_, eigen_databank(Path(map_)) as url:
        opdracht = [sys.executable, "-m", "tests.prestaties.een", f"boeken.{onderdeel}"]
        assert subprocess.run(opdracht, cwd=WORTEL, env=omgeving(url), check=False).returncode == 0
