"""The server does not start on a database that would allow a double booking."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.gelijktijdig.databank import WORTEL, beheer, eigen_databank, omgeving

pytestmark = pytest.mark.storing

WAL_FULL = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON"
OPTIES = "from django.conf import settings; opties = settings.DATABASES['default']['OPTIONS']; "

ZET_UIT = "from afspraken.models.bewaking import bewaking_uitzetten; bewaking_uitzetten()"
VERSIES_UIT = (
    "from afspraken.models.versiebewaking import versiebewaking_uitzetten; versiebewaking_uitzetten()"
)


@pytest.fixture(scope="module")
def databank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A database of its own."""
    with eigen_databank(tmp_path_factory.mktemp("opstarten")) as url:
        yield url


def start(
    databank: str, ingang: str, *, vooraf: str = "", daarna: str = ""
) -> subprocess.CompletedProcess[str]:
    """Load the entry of the server."""
    return subprocess.run(
        [sys.executable, "-c", f"{vooraf}\nimport {ingang}\n{daarna}"],
        cwd=WORTEL,
        env=omgeving(databank),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("zet_uit", "melding"),
    [(ZET_UIT, "Overlap guards missing"), (VERSIES_UIT, "Version triggers missing")],
    ids=["bewaking", "versies"],
)
@pytest.mark.parametrize("ingang", ["afspraken.wsgi", "afspraken.asgi"])
def test_zonder_bewaking_start_de_site_niet(databank: str, ingang: str, zet_uit: str, melding: str) -> None:
    assert start(databank, ingang).returncode == 0

    assert beheer(databank, "shell", "-c", zet_uit).returncode == 0
    geweigerd = start(databank, ingang)
    assert geweigerd.returncode != 0
    assert melding in geweigerd.stderr

    # What the message says to do is enough.
    assert beheer(databank, "migrate", "--verbosity", "0").returncode == 0
    assert start(databank, ingang).returncode == 0


@pytest.mark.parametrize(
    ("veilig", "vooraf"),
    [
        (True, ""),
        (False, "opties['transaction_mode'] = 'DEFERRED'"),
        (False, "opties.pop('transaction_mode')"),
        (False, f"opties['init_command'] = {WAL_FULL.replace('FULL', 'NORMAL')!r}"),
        (False, f"opties['init_command'] = {WAL_FULL.replace('WAL', 'DELETE')!r}"),
    ],
    ids=["zoals geleverd", "DEFERRED", "niets gezegd", "NORMAL", "zonder WAL"],
)
def test_op_sqlite_dat_stroomuitval_of_drukte_niet_verdraagt_start_de_site_niet(
    databank: str, veilig: bool, vooraf: str
) -> None:
    is_sqlite = databank.startswith("sqlite")
    antwoord = start(databank, "afspraken.wsgi", vooraf=OPTIES + vooraf if is_sqlite else "")
    # PostgreSQL has nothing of the kind to set wrong, and starts.
    assert (antwoord.returncode == 0) is (veilig or not is_sqlite), antwoord.stderr
    if not veilig and is_sqlite:
        assert "SQLite must be WAL, FULL, IMMEDIATE" in antwoord.stderr


def test_de_eerste_bezoeker_wacht_niet_op_het_lezen_van_de_paginas(databank: str) -> None:
    daarna = "import sys; print('afspraken.web.site.views.locatie' in sys.modules)"
    assert start(databank, "django", daarna=daarna).stdout.strip() == "False"
    assert start(databank, "afspraken.asgi", daarna=daarna).stdout.strip() == "True"
