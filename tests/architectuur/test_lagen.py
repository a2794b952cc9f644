"""The import contracts of pyproject.toml."""

import subprocess
import sys
from pathlib import Path

from tests.architectuur.bestanden import WORTEL


def test_geen_laag_haalt_iets_op_van_boven():
    lint_imports = Path(sys.executable).parent / "lint-imports"
    uitkomst = subprocess.run(
        [lint_imports, "--no-cache"], cwd=WORTEL, capture_output=True, text=True, check=False
    )
    assert uitkomst.returncode == 0, uitkomst.stdout + uitkomst.stderr
