"""How long a press on "Volgende" takes and how much a screen fetches, as ``name[engine]: value unit``.

Part of ``make bench DEEL=dag``; nothing here asserts a time.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.draaien import postgresql_weigert
from tests.gelijktijdig.databank import WORTEL, eigen_databank, omgeving

from .meet_boeken import MOTOREN


@pytest.mark.parametrize("motor", MOTOREN)
def test_meet_dag_live(motor: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if motor == "postgresql" and (weigering := postgresql_weigert()):
        print(f"volgende_ms[postgresql]: niet gemeten: {weigering}")
        return
    monkeypatch.setenv("DATABASE_URL", MOTOREN[motor])
    with eigen_databank(tmp_path) as url:
        opdracht = [sys.executable, "-m", "tests.prestaties.een", "dag.volgende"]
        assert subprocess.run(opdracht, cwd=WORTEL, env=omgeving(url), check=False).returncode == 0
