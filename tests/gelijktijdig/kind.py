"""The processes of a crew: Django is loaded once, then each is forked, before any connection is open.

Started by ``ploeg.py`` with one open socket per process. Each reads orders, carries them out, answers.
"""

from __future__ import annotations

import importlib
import json
import os
import socket
import sys
import time
import traceback
from collections.abc import Callable
from typing import Any

import django

django.setup()

from django.db import connection  # noqa: E402 - after the set-up

from locaties.actions.stappen.daad import EvenDruk  # noqa: E402
from locaties.rules.weigering import Weigering  # noqa: E402
from tests.gelijktijdig import formulier, onrust, oordeel, plafonds, taken, vallen  # noqa: E402

TAKEN = {
    naam: taak
    for module in (formulier, onrust, oordeel, plafonds, taken, vallen)
    for naam, taak in vars(module).items()
}


def taak_van(naam: str) -> Callable[..., Any]:
    """Find the task by its name, or elsewhere as ``module:function``."""
    module, _, functie = naam.rpartition(":")
    taken_ = vars(importlib.import_module(module)) if module else TAKEN
    taak: Callable[..., Any] = taken_[functie]
    return taak


def naam_van(weigering: Weigering) -> str:
    """Name of its class; behind "even druk" what the engine said: a deadlock is no long line."""
    naam = type(weigering).__name__
    if not isinstance(weigering, EvenDruk) or weigering.__cause__ is None:
        return naam
    fout = weigering.__cause__.__cause__
    return f"{naam} {getattr(fout, 'sqlstate', None) or getattr(fout, 'sqlite_errorname', '')}"


def voer_uit(taak: str, start_om: float, gegevens: dict[str, Any]) -> dict[str, Any]:
    """Connect, wait for the moment, do it; the connection is given back, others need it."""
    try:
        doe = taak_van(taak)
        connection.ensure_connection()
        time.sleep(max(0.0, start_om - time.time()))
        return {"uit": doe(**gegevens)}
    except Weigering as weigering:
        return {"weigering": naam_van(weigering)}
    except Exception:  # noqa: BLE001 - the parent decides what this means
        return {"fout": traceback.format_exc()}
    finally:
        connection.close()


def werk(lijn: socket.socket) -> None:
    """Say who we are, then work until the parent hangs up."""
    with lijn.makefile("rw") as tekst:
        print(os.getpid(), file=tekst, flush=True)
        for regel in tekst:
            print(json.dumps(voer_uit(**json.loads(regel))), file=tekst, flush=True)


def main() -> None:
    """Fork one process per line; only that process keeps the line."""
    lijnen = [socket.socket(fileno=int(nummer)) for nummer in sys.argv[1:]]
    for lijn in lijnen:
        if os.fork() == 0:
            for ander in lijnen:
                if ander is not lijn:
                    ander.close()
            werk(lijn)
            os._exit(0)
    for lijn in lijnen:
        lijn.close()
    for _ in lijnen:
        os.wait()


if __name__ == "__main__":
    main()
