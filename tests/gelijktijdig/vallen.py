"""Processes that book until they fall over, or fall over at a chosen step."""

from __future__ import annotations

import os
import random
import signal
import time
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch
from uuid import uuid4

from django.db import InterfaceError, OperationalError, connection

from locaties.rules.weigering import Weigering
from tests.bouwers import DINSDAG
from tests.gelijktijdig.taken import aanvraag, boek, verzet


def boek_door(*, kantoor: str, weken: int, logboek: str, databank_valt_om: bool = False) -> None:
    """Book one after the other until somebody ends this process.

    The log is a citizen's memory: what is written as confirmed was on the screen. Where the database falls
    over, the citizen sees that something broke ("weg") and does not know how it ended.
    """
    with Path(logboek).open("a") as log:
        while True:
            try:
                _boek_een(log.fileno(), kantoor, weken)
            except (OperationalError, InterfaceError):
                if not databank_valt_om:
                    raise
                schrijf(log.fileno(), "weg")
                connection.close()
                time.sleep(0.1)


def _boek_een(log: int, kantoor: str, weken: int) -> None:
    poging = {
        "aanvraag": aanvraag(kantoor=kantoor),
        "formulier": str(uuid4()),
        "om": _een_tijd(),
        "datum": (DINSDAG + timedelta(weeks=random.randrange(weken))).isoformat(),
    }
    schrijf(log, "poging", *poging.values())
    try:
        code = boek(kantoor=kantoor, **poging)
    except Weigering:
        schrijf(log, "nee", poging["formulier"])
        return
    schrijf(log, "bevestigd", poging["formulier"], code)
    if random.random() < 0.3:
        with suppress(Weigering):
            verzet(code=code, kantoor=kantoor, om=_een_tijd())


def boek_en_val(*, stap: str, heel: bool = True, **gegevens: str) -> None:
    """Book, and be killed at the moment this function of the code would run; "" is after the last one.

    ``heel=False`` is the negative control: what was written so far stays, as without a transaction.
    """
    if stap:
        with patch(f"afspraken.actions.{stap}", side_effect=val if heel else _leg_vast_en_val):
            boek(**gegevens)
    else:
        boek(**gegevens)
    val()


def is_heel() -> bool:
    """Whether the engine itself finds its files sound; PostgreSQL would not have answered."""
    if connection.vendor != "sqlite":
        return True
    with connection.cursor() as cursor:
        return bool(cursor.execute("PRAGMA integrity_check").fetchone()[0] == "ok")


def val(*_args: object, **_kwargs: object) -> None:
    """Be killed, here and now."""
    os.kill(os.getpid(), signal.SIGKILL)


def _leg_vast_en_val(*_args: object, **_kwargs: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute("COMMIT")
    val()


def _een_tijd() -> str:
    return f"{random.randrange(9, 16):02}:{random.randrange(0, 60, 5):02}"


def schrijf(bestand: int, *woorden: str) -> None:
    """Write a line that survives everything, this process to begin with."""
    os.write(bestand, (" ".join(woorden) + "\n").encode())
    os.fsync(bestand)
