"""The processes of a crew: Django is loaded once, then each is forked, before any connection is open.

Started by ``ploeg.py`` with one open socket per process. Each reads orders, carries them out, answers.
"""

from __future__ import annotations

import json
import os
import socket
import sys
import time
import traceback
from typing import Any

import django

django.setup()

from django.db import connection  # noqa: E402 - after the set-up

from locaties.rules.weigering import Weigering  # noqa: E402
from tests.gelijktijdig import oordeel, taken, vallen  # noqa: E402

TAKEN = {**vars(oordeel), **vars(taken), **vars(vallen)}


def voer_uit(taak: str, start_om: float, gegevens: dict[str, Any]) -> dict[str, Any]:
    """Connect, wait for the moment, do it; the connection is given back, others need it."""
    try:
        connection.ensure_connection()
        time.sleep(max(0.0, start_om - time.time()))
        return {"uit": TAKEN[taak](**gegevens)}
    except Weigering as weigering:
        return {"weigering": type(weigering).__name__}
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
