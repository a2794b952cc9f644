"""Take the figures in this process: ``python -m tests.prestaties.stromen``."""

from __future__ import annotations

import importlib
import resource

import django

if __name__ == "__main__":
    # Every stream is a file, here and in the server that this process starts.
    _zacht, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    django.setup()
    importlib.import_module("tests.prestaties.stromen.meten").meet_alles()
