"""A PostgreSQL of our own, for what must not be done to a shared one: hundreds at once, a pulled plug."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

VERBINDINGEN = 300


class Cluster:
    """One server in a folder of its own; its owner is somebody who is not root, or it would not start."""

    def __init__(self, map_: Path, programmas: Path, wie: str | None, instellingen: tuple[str, ...]) -> None:
        """Make it; it does not run yet."""
        self._map, self._programmas, self._wie = map_, programmas, wie
        self._poort = _vrije_poort()
        self._instellingen = (f"max_connections={VERBINDINGEN}", f"port={self._poort}", *instellingen)
        self.url = f"postgres://postgres@127.0.0.1:{self._poort}/postgres"
        self._draai("initdb", "-U", "postgres", "-A", "trust", "-D", str(self._data))

    @property
    def _data(self) -> Path:
        return self._map / "data"

    def start(self) -> None:
        """Start it and wait until it answers, recovery included."""
        keuzes = " ".join(f"-c {keuze}" for keuze in self._instellingen)
        waar = f"-c listen_addresses=127.0.0.1 -c unix_socket_directories={self._map}"
        opdracht = ("-D", str(self._data), "-l", str(self._map / "log"), "-w", "-t", "120")
        self._draai("pg_ctl", *opdracht, "-o", f"{waar} {keuzes}", "start")

    def valt_om(self) -> None:
        """Stop it as a power cut would: no goodbye, nothing written that was not written yet."""
        self._draai("pg_ctl", "-D", str(self._data), "-m", "immediate", "-w", "stop")

    def _draai(self, programma: str, *argumenten: str) -> None:
        # Into nothing: a pipe would stay open as long as the server runs.
        subprocess.run(
            [str(self._programmas / programma), *argumenten],
            check=True,
            cwd=self._map,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            user=self._wie,
            group=pwd.getpwnam(self._wie).pw_gid if self._wie else None,
        )


@contextmanager
def eigen_cluster(*instellingen: str) -> Iterator[Cluster]:
    """Yield a running server; skip the test where PostgreSQL's own programs are not on this machine."""
    programmas, wie = _programmas(), _niet_root()
    if programmas is None or wie == "":
        pytest.skip("geen initdb en pg_ctl op deze machine (installeer postgresql)")
    with tempfile.TemporaryDirectory(prefix="afspraken-pg-") as naam:
        if wie:
            shutil.chown(naam, wie)
        cluster = Cluster(Path(naam), programmas, wie, instellingen)
        cluster.start()
        try:
            yield cluster
        finally:
            cluster.valt_om()


def _programmas() -> Path | None:
    """Where initdb and pg_ctl are: Debian keeps them out of the path, the newest version last."""
    mappen = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda map_: float(map_.parent.name))
    gevonden = shutil.which("initdb")
    alle = [*mappen, *([Path(gevonden).parent] if gevonden else [])]
    return next((m for m in reversed(alle) if (m / "initdb").exists() and (m / "pg_ctl").exists()), None)


def _niet_root() -> str | None:
    """Whose server it is: None for whoever runs this; root gives it to another, "" when there is nobody."""
    if os.geteuid() != 0:
        return None
    bekend = {iemand.pw_name for iemand in pwd.getpwall()}
    return next((naam for naam in ("postgres", "nobody") if naam in bekend), "")


def _vrije_poort() -> int:
    with socket.socket() as lijn:
        lijn.bind(("127.0.0.1", 0))
        return int(lijn.getsockname()[1])
