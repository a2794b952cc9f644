"""The site as it really runs: a server process on a free port, on the database of this measurement."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from tests.gelijktijdig.databank import WORTEL
from tests.storing.serverproces import vrije_poort

TE_LANG = 30.0
STIL = ("--no-access-log", "--log-level", "warning", "--lifespan", "off")


@contextmanager
def server(omgeving: Mapping[str, str] | None = None) -> Iterator[int]:
    """Start ``uvicorn`` as docs/beheer.md says, in this environment; yield the port when it answers."""
    poort = vrije_poort()
    opdracht = [sys.executable, "-m", "uvicorn", "afspraken.asgi:application", "--port", str(poort), *STIL]
    proces = subprocess.Popen(opdracht, cwd=WORTEL, env={**os.environ, **(omgeving or {})})
    try:
        _wacht_op(poort, proces)
        yield poort
    finally:
        proces.terminate()
        proces.wait()


def _wacht_op(poort: int, proces: subprocess.Popen[bytes]) -> None:
    tot = time.monotonic() + TE_LANG
    while time.monotonic() < tot:
        assert proces.poll() is None, "the server did not start"
        try:
            http.client.HTTPConnection("127.0.0.1", poort, timeout=TE_LANG).request("GET", "/privacy/")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the server does not answer")
