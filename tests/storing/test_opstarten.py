"""The server does not start on a database that would allow a double booking."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.gelijktijdig.databank import WORTEL, beheer, eigen_databank, omgeving

pytestmark = pytest.mark.storing

ZET_UIT = "from afspraken.models.bewaking import bewaking_uitzetten; bewaking_uitzetten()"


@pytest.fixture(scope="module")
def databank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A database of its own."""
    with eigen_databank(tmp_path_factory.mktemp("opstarten")) as url:
        yield url


def start(databank: str, ingang: str) -> subprocess.CompletedProcess[str]:
    """Load the entry of the server."""
    return subprocess.run(
        [sys.executable, "-c", f"import {ingang}"],
        cwd=WORTEL,
        env=omgeving(databank),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("ingang", ["afspraken.wsgi", "afspraken.asgi"])
def test_zonder_bewaking_start_de_site_niet(databank: str, ingang: str) -> None:
    assert start(databank, ingang).returncode == 0

    assert beheer(databank, "shell", "-c", ZET_UIT).returncode == 0
    geweigerd = start(databank, ingang)
    assert geweigerd.returncode != 0
    assert "Overlap guards missing" in geweigerd.stderr

    # What the message says to do is enough.
    assert beheer(databank, "migrate", "--verbosity", "0").returncode == 0
    assert start(databank, ingang).returncode == 0
