"""Open the transaction of a deed; on SQLite, stand in line for it.

SQLite lets one write at a time and has no line: who waits asks again every tenth of a second. Of two hundred
who came at the same moment a quarter waited twenty seconds in vain, while most of the time nobody wrote.
"""

from __future__ import annotations

import fcntl
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection, transaction

HOOGSTENS = 20.0  # seconds for who writes without a deed; the same as in the settings


@contextmanager
def transactie() -> Iterator[None]:
    """Durable: never inside another one, and on disk when it ends."""
    with _beurt(), transaction.atomic(durable=True):
        yield


def is_aan_het_wachten(fout: BaseException) -> bool:
    """Whether SQLite says that somebody else is writing; the low byte is the code, the rest says more."""
    return getattr(fout, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY


@contextmanager
def _beurt() -> Iterator[None]:
    """Wait in the line of the system, which ends with the process that stands in it, however it dies."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    sinds = time.monotonic()
    # A file of its own: closing the database's would let go of SQLite's own locks.
    with Path(f"{connection.settings_dict['NAME']}-beurt").open("wb") as rij:
        fcntl.flock(rij, fcntl.LOCK_EX)
        # Who stood here for long does not wait as long again for somebody who writes without a deed.
        _geduld(max(0.0, HOOGSTENS - (time.monotonic() - sinds)))
        try:
            yield
        finally:
            _geduld(HOOGSTENS)


def _geduld(seconden: float) -> None:
    """How long SQLite itself waits; straight to the driver, it is no statement of the deed."""
    connection.ensure_connection()
    connection.connection.execute(f"PRAGMA busy_timeout = {int(seconden * 1000)}")
