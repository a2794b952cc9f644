"""Take one part of the figures in this process: ``python -m tests.prestaties.een boeken.pagina``."""

from __future__ import annotations

import importlib
import sys

import django

if __name__ == "__main__":
    django.setup()
    importlib.import_module(f"tests.prestaties.{sys.argv[1]}").meet_alles()
