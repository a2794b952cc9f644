"""A fresh database for tests with real processes, on the engine of this pass; nothing is shared with it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
from psycopg import sql

WORTEL = Path(__file__).resolve().parent.parent.parent


@contextmanager
def eigen_databank(map_: Path) -> Iterator[str]:
    """Yield the DATABASE_URL of a migrated database; PostgreSQL's is dropped again afterwards."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        yield _gemigreerd(f"sqlite:///{map_ / 'proef.sqlite3'}")
        return
    naam = f"proef_{os.getpid()}_{uuid4().hex[:8]}"
    _op_server(url, sql.SQL("CREATE DATABASE {}").format(sql.Identifier(naam)))
    try:
        yield _gemigreerd(urlsplit(url)._replace(path=f"/{naam}").geturl())
    finally:
        _op_server(url, sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(naam)))


def omgeving(url: str) -> dict[str, str]:
    """Environment of a process that works on this database."""
    return {
        **os.environ,
        "DATABASE_URL": url,
        "AFSPRAKEN_DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "afspraken.settings",
    }


def beheer(url: str, *opdracht: str) -> subprocess.CompletedProcess[str]:
    """Run one command of manage.py on this database."""
    return subprocess.run(
        [sys.executable, "manage.py", *opdracht],
        cwd=WORTEL,
        env=omgeving(url),
        capture_output=True,
        text=True,
        check=False,
    )


def _gemigreerd(url: str) -> str:
    for opdracht in (("migrate", "--verbosity", "0", "--skip-checks"), ("createcachetable",)):
        uitkomst = beheer(url, *opdracht)
        assert uitkomst.returncode == 0, uitkomst.stderr
    return url


def _op_server(url: str, opdracht: sql.Composed) -> None:
    with psycopg.connect(url, autocommit=True) as verbinding:
        verbinding.execute(opdracht)
