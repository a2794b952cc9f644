"""The site as docs/beheer.md says to run it: own keys, no demo, two processes, behind a proxy with TLS."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest
import requests

from tests.gelijktijdig.databank import WORTEL, eigen_databank
from tests.prestaties.boeken.pagina import ECHT
from tests.storing.serverproces import neemt_op, vrije_poort, wacht_op

pytestmark = pytest.mark.storing

HIER = {"AFSPRAKEN_HTTPS_DWINGEN": "1", "AFSPRAKEN_PROXY": "1", "AFSPRAKEN_HOSTS": "afspraken.example"}
BEZOEK = {"Host": "afspraken.example", "X-Forwarded-Proto": "https"}


def regel_uit_het_handboek(poort: int) -> list[str]:
    """Return what an operator types, on another port."""
    gevonden = re.search(r"`(uvicorn [^`]+)`", (WORTEL / "docs/beheer.md").read_text())
    assert gevonden
    return [sys.executable, "-m", *gevonden[1].replace("8000", str(poort)).split()]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Its address behind the proxy."""
    with eigen_databank(tmp_path_factory.mktemp("productie")) as url:
        omgeving = {**os.environ, **ECHT, **HIER, "DATABASE_URL": url}
        verzamel = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"]
        subprocess.run(verzamel, cwd=WORTEL, env=omgeving, check=True)
        poort = vrije_poort()
        proces = subprocess.Popen(
            regel_uit_het_handboek(poort), cwd=WORTEL, env=omgeving, start_new_session=True
        )
        try:
            wacht_op(lambda: neemt_op(poort), "the server does not come up")
            yield f"http://127.0.0.1:{poort}"
        finally:
            os.killpg(proces.pid, signal.SIGKILL)
            proces.wait()


def test_zoals_het_handboek_zegt_komt_de_site_op(site: str) -> None:
    antwoord = requests.get(site, headers=BEZOEK, timeout=30)
    assert antwoord.status_code == 200
    assert antwoord.headers["Strict-Transport-Security"]
    assert "; secure" in antwoord.headers["Set-Cookie"].lower()
    stijlblad = re.findall(r'href="(/static/[^"]+\.css)"', antwoord.text)[0]
    assert requests.get(site + stijlblad, headers=BEZOEK, timeout=30).status_code == 200


def test_zonder_tls_wordt_iedereen_doorgestuurd(site: str) -> None:
    antwoord = requests.get(site, headers={"Host": "afspraken.example"}, timeout=30, allow_redirects=False)
    assert (antwoord.status_code, antwoord.headers["Location"]) == (301, "https://afspraken.example/")


def test_een_andere_naam_wordt_geweigerd(site: str) -> None:
    assert requests.get(site, headers=BEZOEK | {"Host": "boos.example"}, timeout=30).status_code == 400
