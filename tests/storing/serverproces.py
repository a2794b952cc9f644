"""The real server in processes of its own, that a test starts and shoots down."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from tests.gelijktijdig.databank import WORTEL, omgeving
from tests.storing.bezoekers import is_open

TE_LANG = 120.0


@dataclass
class Server:
    """uvicorn on a port of its own; with more than one process as in docs/beheer.md."""

    url: str
    poort: int
    werkers: int = 1
    proces: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Begin to load; it answers a little later."""
        aantal = ["--workers", str(self.werkers)] if self.werkers > 1 else []
        opdracht = ["uvicorn", "afspraken.asgi:application", "--port", str(self.poort), *aantal]
        self.proces = subprocess.Popen(
            [sys.executable, "-m", *opdracht, "--log-level", "critical"],
            cwd=WORTEL,
            env=omgeving(self.url),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def is_weg(self) -> bool:
        """Whether it runs no more."""
        return self.proces is None or self.proces.poll() is not None

    def schiet_af(self) -> None:
        """kill -9, all of its processes; afterwards nobody holds the port."""
        assert self.proces is not None
        if not self.is_weg():
            os.killpg(self.proces.pid, signal.SIGKILL)
        self.proces.wait()
        wacht_op(lambda: not neemt_op(self.poort), "the server does not go away")


def vrije_poort() -> int:
    """Return one that nobody uses now."""
    with socket.socket() as lijn:
        lijn.bind(("127.0.0.1", 0))
        return int(lijn.getsockname()[1])


def neemt_op(poort: int) -> bool:
    """Whether somebody listens there."""
    with socket.socket() as lijn:
        return lijn.connect_ex(("127.0.0.1", poort)) == 0


def wacht_op_antwoord(server: Server) -> None:
    """Wait until it answers, without others to ask it for us."""
    wacht_op(lambda: is_open(poort=server.poort), "the server does not come up")


def wacht_op(is_zover: Callable[[], bool], anders: str) -> None:
    """Wait until it is so."""
    tot = time.monotonic() + TE_LANG
    while not is_zover():
        assert time.monotonic() < tot, anders
        time.sleep(0.05)
