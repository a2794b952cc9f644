"""A fresh database for tests with real processes, on the engine of this pass; nothing is shared with it."""

from __future__ import annotations

import atexit
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
from psycopg import sql

from tests.gelijktijdig.cluster import eigen_cluster

WORTEL = Path(__file__).resolve().parent.parent.parent


@contextmanager
def eigen_databank(map_: Path) -> Iterator[str]:
    """Yield the DATABASE_URL of a migrated database; PostgreSQL's is dropped again afterwards."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        yield f"sqlite:///{shutil.copy(_bestand(), map_ / 'proef.sqlite3')}"
        return
    with _op(url, als=_sjabloon(url)) as eigen:
        yield eigen


@contextmanager
def ruime_databank(map_: Path) -> Iterator[str]:
    """Yield the same for hundreds of processes: on PostgreSQL on a server of its own."""
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        with eigen_databank(map_) as url:
            yield url
        return
    with eigen_cluster() as cluster, databank_op(cluster.url) as url:
        yield url


@contextmanager
def databank_op(url: str) -> Iterator[str]:
    """Yield the DATABASE_URL of a migrated database on this server of PostgreSQL."""
    with _op(url) as eigen:
        yield _gemigreerd(eigen)


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


@cache
def _bestand() -> Path:
    """Migrate once in this process; every test copies the file."""
    map_ = TemporaryDirectory()
    atexit.register(map_.cleanup)
    bestand = Path(map_.name) / "sjabloon.sqlite3"
    _gemigreerd(f"sqlite:///{bestand}")
    # All in the one file: what still stands in a log beside it would not be copied.
    with closing(sqlite3.connect(bestand)) as verbinding:
        verbinding.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return bestand


@cache
def _sjabloon(url: str) -> str:
    """Do the same on PostgreSQL: the name of a database that every test copies."""
    klaar = ExitStack()
    atexit.register(klaar.close)
    eigen = klaar.enter_context(_op(url))
    return urlsplit(_gemigreerd(eigen)).path.removeprefix("/")


@contextmanager
def _op(url: str, *, als: str = "template1") -> Iterator[str]:
    naam = f"proef_{os.getpid()}_{uuid4().hex[:8]}"
    maak = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(naam), sql.Identifier(als))
    _op_server(url, maak)
    try:
        yield urlsplit(url)._replace(path=f"/{naam}").geturl()
    finally:
        _op_server(url, sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(naam)))


def _gemigreerd(url: str) -> str:
    for opdracht in (("migrate", "--verbosity", "0", "--skip-checks"), ("createcachetable",)):
        uitkomst = beheer(url, *opdracht)
        assert uitkomst.returncode == 0, uitkomst.stderr
    return url


def _op_server(url: str, opdracht: sql.Composed) -> None:
    with psycopg.connect(url, autocommit=True) as verbinding:
        verbinding.execute(opdracht)
