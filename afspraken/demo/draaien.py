"""Run the demo: the site, the worker and who plays a day, side by side, stopped together."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType

WORTEL = Path(__file__).resolve().parent.parent.parent
STIL = ["--no-access-log", "--log-level", "warning", "--lifespan", "off"]
STOPTIJD = 10
KIJK_ELKE = 0.5
WACHT_VOOR_NIEUW = 3


class Draaiend:
    """The processes of the demo."""

    def __init__(self, *, poort: int, zeg: Callable[[str], object]) -> None:
        """Remember where the site will be."""
        adres = os.environ.get("AFSPRAKEN_ADRES", f"http://localhost:{poort}")
        self.omgeving = {**os.environ, "AFSPRAKEN_DEMO": "1", "AFSPRAKEN_ADRES": adres}
        self.site = ["-m", "uvicorn", "afspraken.asgi:application", "--port", str(poort), *STIL]
        self.werker = ["manage.py", "werker"]
        self.speler = ["manage.py", "demo_dag", "--volg"]
        self.zeg = zeg
        self.stop = threading.Event()

    def draai(self) -> int:
        """Run until somebody stops it or the site falls over; return the exit code."""
        for nummer in (signal.SIGINT, signal.SIGTERM):
            signal.signal(nummer, self._gestopt)
        site, werker, speler = map(self._start, (self.site, self.werker, self.speler))
        try:
            while not self.stop.wait(KIJK_ELKE) and site.poll() is None:
                werker = self._houd_in_leven(werker, "De werker", self.werker)
                speler = self._houd_in_leven(speler, "Wie de dag speelt,", self.speler)
        finally:
            _beeindig([site, werker, speler])
        return 0 if self.stop.is_set() else site.returncode or 1

    def _start(self, wat: Sequence[str]) -> subprocess.Popen[bytes]:
        """Start apart from the terminal: Ctrl-C comes here, and from here it is passed on once."""
        return subprocess.Popen(  # noqa: S603 - our own command, no input from outside
            [sys.executable, *wat], cwd=WORTEL, env=self.omgeving, start_new_session=True
        )

    def _houd_in_leven(
        self, proces: subprocess.Popen[bytes], naam: str, wat: Sequence[str]
    ) -> subprocess.Popen[bytes]:
        """Start it again when it has stopped: messages, and the people of a day, wait, but not for ever."""
        if proces.poll() is None:
            return proces
        self.zeg(f"{naam} is gestopt (code {proces.returncode}) en wordt opnieuw gestart.")
        self.stop.wait(WACHT_VOOR_NIEUW)
        return proces if self.stop.is_set() else self._start(wat)

    def _gestopt(self, nummer: int, plek: FrameType | None) -> None:
        self.stop.set()


def _beeindig(processen: Sequence[subprocess.Popen[bytes]]) -> None:
    for proces in processen:
        proces.terminate()
    for proces in processen:
        try:
            proces.wait(STOPTIJD)
        except subprocess.TimeoutExpired:
            proces.kill()
            proces.wait()
