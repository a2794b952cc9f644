"""Make the pictures of docs/schermen: every step, on a phone and on a desk, with the neutral theme."""

from __future__ import annotations

import importlib
import os
import sys
import tempfile
from pathlib import Path

import django

WORTEL = Path(__file__).resolve().parent.parent.parent
DOEL = WORTEL / "docs" / "schermen"


def main() -> int:
    """Make them all, from a fresh demo city in a database of its own."""
    with tempfile.TemporaryDirectory() as map_:
        _zet_op(Path(map_))
        # Only now: what it imports reads the settings.
        importlib.import_module("tests.reizen.fotograaf").maak_alles(DOEL)
    print(f"{sum(1 for _ in DOEL.rglob('*.png'))} schermen in {DOEL.relative_to(WORTEL)}")
    return 0


def _zet_op(map_: Path) -> None:
    os.environ |= {
        "AFSPRAKEN_DEMO": "1",
        "HUISSTIJL": "neutraal",
        "DATABASE_URL": f"sqlite:///{map_ / 'schermen.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "afspraken.settings",
        # The browser's event loop lives in this thread; Django would take that for asynchronous code.
        "DJANGO_ALLOW_ASYNC_UNSAFE": "1",
    }
    sys.path.insert(0, str(WORTEL))
    django.setup()


if __name__ == "__main__":
    sys.exit(main())
