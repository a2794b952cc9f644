"""A crew of real processes on one database, told to do something at the very same moment."""

from __future__ import annotations

import fcntl
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.gelijktijdig.databank import WORTEL, omgeving

AANLOOP = 0.25  # seconds in which everybody reads the order and connects
PER_KIND = 0.005
TE_LANG = 300  # seconds; far beyond what two hundred need on a machine that is busy with other things
EEN_TEGELIJK = Path(tempfile.gettempdir()) / "afspraken-ploeg.slot"
EEN_GROTE_TEGELIJK = Path(tempfile.gettempdir()) / "afspraken-grote-ploeg.slot"
# PostgreSQL let somebody wait for ten seconds: an honest answer on a machine that is busy with other things.
LANGE_RIJ = "EvenDruk 55P03"
Opdracht = tuple[str, dict[str, Any]]


@dataclass(frozen=True)
class Uitkomst:
    """What one process answered: a value, a refusal (name of its class), or a fault (traceback)."""

    uit: Any = None
    weigering: str = ""
    fout: str = ""


class Kind:
    """One process, and the line to it."""

    def __init__(self, lijn: socket.socket) -> None:
        """Wait until it has said its number."""
        self.tekst = lijn.makefile("rw")
        lijn.close()  # the file keeps it open
        self.pid = int(self.tekst.readline())

    def zeg(self, opdracht: Opdracht, *, start_om: float = 0.0) -> None:
        """Give an order, for now or for a moment."""
        taak, gegevens = opdracht
        print(
            json.dumps({"taak": taak, "start_om": start_om, "gegevens": gegevens}),
            file=self.tekst,
            flush=True,
        )

    def lees(self) -> Uitkomst:
        """Wait for the answer."""
        regel = self.tekst.readline()
        assert regel, f"process {self.pid} is gone"
        return Uitkomst(**json.loads(regel))

    def schiet_af(self) -> None:
        """End it at once, whatever it is doing."""
        with suppress(ProcessLookupError):  # it fell already, and its test says so
            os.kill(self.pid, signal.SIGKILL)
        self.tekst.read()  # until the line is dead
        self.tekst.close()


class Ploeg:
    """So many processes; the first one also answers questions about the database."""

    def __init__(self, aantal: int, url: str, *, is_server_gedeeld: bool = True) -> None:
        """Start them all."""
        self.url, self.is_server_gedeeld = url, is_server_gedeeld
        paren = [socket.socketpair() for _ in range(aantal)]
        nummers = [ander.fileno() for _, ander in paren]
        self.moeder = subprocess.Popen(
            [sys.executable, "-m", "tests.gelijktijdig.kind", *map(str, nummers)],
            cwd=WORTEL,
            env=omgeving(url),
            pass_fds=nummers,
        )
        for _, ander in paren:
            ander.close()
        self.kinderen = [Kind(lijn) for lijn, _ in paren]

    def een(self, taak: str, **gegevens: Any) -> Any:
        """Have one process do this; anything but a value is a failure."""
        (uitkomst,) = self.samen([(taak, gegevens)])
        assert not uitkomst.fout, uitkomst.fout
        assert not uitkomst.weigering, uitkomst.weigering
        return uitkomst.uit

    def samen(self, opdrachten: Sequence[Opdracht]) -> list[Uitkomst]:
        """One order per process, all at the same moment; the outcomes in the same order."""
        assert len(opdrachten) <= len(self.kinderen)
        wie = self.kinderen[: len(opdrachten)]
        with self._alleen(len(wie)), self._tijdslot():
            start_om = time.time() + (AANLOOP + len(wie) * PER_KIND if len(wie) > 1 else 0)
            for kind, opdracht in zip(wie, opdrachten, strict=True):
                kind.zeg(opdracht, start_om=start_om)
            return [kind.lees() for kind in wie]

    def schiet_af(self, kind: Kind) -> None:
        """End one of them at once."""
        self.kinderen.remove(kind)
        kind.schiet_af()

    def naar_huis(self) -> None:
        """End every process."""
        for kind in self.kinderen:
            kind.schiet_af()
        self.kinderen.clear()
        self.moeder.wait()

    def _alleen(self, aantal: int) -> AbstractContextManager[None]:
        """Several crews at once would ask for more connections than a server on a laptop has."""
        is_druk = aantal > 1 and self.is_server_gedeeld and self.url.startswith("postgres")
        return een_tegelijk() if is_druk else nullcontext()

    @contextmanager
    def _tijdslot(self) -> Iterator[None]:
        """Nobody waits for ever: who hangs is ended, and the answer that is missing is a failure."""
        wekker = threading.Timer(TE_LANG, self._allen_weg)
        wekker.start()
        try:
            yield
        finally:
            wekker.cancel()

    def _allen_weg(self) -> None:
        for kind in self.kinderen:
            os.kill(kind.pid, signal.SIGKILL)


@contextmanager
def een_tegelijk(slot: Path = EEN_TEGELIJK) -> Iterator[None]:
    """Only one crew of this machine is at work."""
    with slot.open("w") as open_slot:
        fcntl.flock(open_slot, fcntl.LOCK_EX)
        yield


@contextmanager
def grote_ploeg(aantal: int, url: str, *, is_server_gedeeld: bool = True) -> Iterator[Ploeg]:
    """A crew that fills a laptop's memory: only one of this machine exists at a time."""
    with een_tegelijk(EEN_GROTE_TEGELIJK):
        ploeg = Ploeg(aantal, url, is_server_gedeeld=is_server_gedeeld)
        try:
            yield ploeg
        finally:
            ploeg.naar_huis()
