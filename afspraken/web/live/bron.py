"""Where the process hears that a queue has changed: one connection, however many streams are open."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

import psycopg
from django.db import Error, connection
from psycopg import sql

from afspraken.actions.stappen.wachtrijslot import KANAAL
from afspraken.queries.wachtrijversies import wachtrijversies

from .omroep import Omroep

log = logging.getLogger(__name__)
OPNIEUW_NA = 1.0
KIJK_ELKE = 0.25  # SQLite
LEEFT_ELKE, ANTWOORD_BINNEN = 15.0, 5.0  # PostgreSQL


async def bron(omroep: Omroep) -> None:
    """Tell every change until cancelled. After a break everything is read again, so nothing is missed."""
    luister = _luister_postgresql if connection.vendor == "postgresql" else _luister_sqlite
    while True:
        try:
            await luister(omroep)
        except (psycopg.Error, Error, OSError) as fout:
            log.warning("live: de database is weg (%s); over een seconde opnieuw", type(fout).__name__)
        except Exception:
            log.exception("live: luisteren ging mis; over een seconde opnieuw")
        await asyncio.sleep(OPNIEUW_NA)


async def _luister_postgresql(omroep: Omroep) -> None:
    niet_van_django = {
        naam: waarde
        for naam, waarde in connection.get_connection_params().items()
        if naam not in {"cursor_factory", "context"}
    }
    gegevens = {"connect_timeout": int(ANTWOORD_BINNEN), **niet_van_django}
    async with await psycopg.AsyncConnection.connect(**gegevens, autocommit=True) as lijn:
        await lijn.execute(sql.SQL("LISTEN {}").format(sql.Identifier(KANAAL)))
        # Only now: what changes after this reading is heard.
        omroep.meld_alle(await asyncio.to_thread(_lees))
        while True:
            async for bericht in lijn.notifies(timeout=LEEFT_ELKE):
                locatie_id, versie = bericht.payload.split(":")
                omroep.meld(int(locatie_id), int(versie))
            async with asyncio.timeout(ANTWOORD_BINNEN):  # a line that was cut says nothing, for ever
                await lijn.execute("SELECT 1")


async def _luister_sqlite(omroep: Omroep) -> None:
    """Look four times a second whether anybody wrote in the file; then read the versions.

    The number only means something on the connection it came from: a thread of its own keeps it.
    """
    draad = ThreadPoolExecutor(1, thread_name_prefix="live-bron")
    lus = asyncio.get_running_loop()
    gezien = None
    try:
        while True:
            nu = await lus.run_in_executor(draad, _dataversie)
            if nu != gezien:
                omroep.meld_alle(await lus.run_in_executor(draad, wachtrijversies))
                gezien = nu
            await asyncio.sleep(KIJK_ELKE)
    finally:
        draad.submit(connection.close)
        draad.shutdown(wait=False)


def _dataversie() -> int:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA data_version")
        return int(cursor.fetchone()[0])


def _lees() -> Mapping[int, int]:
    try:
        return wachtrijversies()
    finally:
        connection.close()  # this thread asks nothing more
