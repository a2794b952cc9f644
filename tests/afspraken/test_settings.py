"""On a real machine: nothing to warn about, and whatever is missing is said before anything starts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[2]
GEHEIM = "hPz0kYx7Vq3Tn5Rb1Wm9Cs4Lf8Jd2Ga6Ue_Xo-Ki7Zt5Bv3Ny1Qr9Hw"
ECHT = {
    "AFSPRAKEN_DEMO": "0",
    "AFSPRAKEN_SECRET_KEY": GEHEIM,
    "AFSPRAKEN_LINK_SLEUTEL": f"link{GEHEIM}",
    "AFSPRAKEN_ADRES_SLEUTEL": f"adres{GEHEIM}",
    "AFSPRAKEN_ZEGEL_SLEUTELS": f"zegel{GEHEIM}",
    "AFSPRAKEN_HOSTS": "afspraken.gemeente.example",
    "AFSPRAKEN_ADRES": "https://afspraken.gemeente.example",
}


def _python(*regel: str, **anders: str) -> subprocess.CompletedProcess[str]:
    # A journey in the same process leaves a setting of Django behind.
    van_hier = ("AFSPRAKEN_", "DJANGO_")
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith(van_hier)}
    return subprocess.run(
        [sys.executable, *regel],
        cwd=WORTEL,
        env=omgeving | ECHT | anders,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_check_deploy_heeft_niets_te_melden() -> None:
    uit = _python("manage.py", "check", "--deploy", "--fail-level", "WARNING")

    assert (uit.returncode, uit.stdout.strip()) == (
        0,
        "System check identified no issues (0 silenced).",
    ), uit.stderr


@pytest.mark.parametrize("naam", [naam for naam in ECHT if naam != "AFSPRAKEN_DEMO"])
def test_wat_ontbreekt_wordt_gezegd(naam: str) -> None:
    uit = _python("manage.py", "check", **{naam: ""})

    assert uit.returncode != 0
    assert f"{naam} is missing" in uit.stderr


def test_de_webserver_schrijft_geen_link_in_zijn_logboek() -> None:
    """As uvicorn does it: its own logging first, then the application."""
    uit = _python(
        "-c",
        "import logging, django, uvicorn; uvicorn.Config('afspraken.asgi:application'); django.setup();"
        "logging.getLogger('uvicorn.access').info('%s', '/a/geheimelinkgeheime/')",
        DJANGO_SETTINGS_MODULE="afspraken.settings",
    )

    assert uit.returncode == 0, uit.stderr
    assert "geheimelink" not in uit.stdout + uit.stderr


@pytest.mark.parametrize(("waarde", "uitkomst"), [("7", "7 0"), ("0", "None 60")])
def test_alleen_wie_erom_vraagt_deelt_verbindingen(waarde: str, uitkomst: str) -> None:
    """The site does; a command or a worker has one thread and keeps its own connection."""
    uit = _python(
        "-c",
        "from afspraken.settings import DATABASES as d; d = d['default'];"
        "print((d['OPTIONS'].get('pool') or {}).get('max_size'), d['CONN_MAX_AGE'])",
        DATABASE_URL="postgres://iemand@machine/afspraken",
        AFSPRAKEN_VERBINDINGEN=waarde,
    )

    assert uit.stdout.strip() == uitkomst, uit.stderr


def test_een_wachtwoord_wordt_langzaam_gehusseld() -> None:
    """Not so in the tests, so it is asked outside them."""
    uit = _python(
        "-c",
        "import django; django.setup(); from django.contrib.auth.hashers import get_hasher as h;"
        "print(h().algorithm, h().iterations >= 600_000)",
        DJANGO_SETTINGS_MODULE="afspraken.settings",
    )

    assert uit.stdout.strip() == "pbkdf2_sha256 True", uit.stderr


@pytest.mark.parametrize("naam", ["AFSPRAKEN_LINK_SLEUTEL", "AFSPRAKEN_ZEGEL_SLEUTELS"])
def test_een_korte_sleutel_wordt_geweigerd(naam: str) -> None:
    uit = _python("manage.py", "check", **{naam: f"{ECHT[naam]},kort"})

    assert uit.returncode != 0
    assert f"{naam} is too short" in uit.stderr
