"""Figures of live streams, as ``name[engine]: value unit`` on both databases; see docs/metingen.md."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.draaien import POSTGRESQL, postgresql_weigert
from tests.gelijktijdig.databank import WORTEL, eigen_databank, omgeving

MOTOREN = {"sqlite": "", "postgresql": POSTGRESQL}


@pytest.mark.parametrize("motor", MOTOREN)
def test_meet_dag_stromen(motor: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if motor == "postgresql" and (weigering := postgresql_weigert()):
        print(f"stromen[postgresql]: niet gemeten: {weigering} (start PostgreSQL of zet DATABASE_URL)")
        return
    monkeypatch.setenv("DATABASE_URL", MOTOREN[motor])
    with tempfile.TemporaryDirectory() as map_, eigen_databank(Path(map_)) as url:
        opdracht = [sys.executable, "-m", "tests.prestaties.stromen"]
        assert subprocess.run(opdracht, cwd=WORTEL, env=omgeving(url), check=False).returncode == 0
