"""The process around it: refusing, stopping, heartbeat, sweeps that do not run twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from afspraken.models import Bericht, Werklus
from afspraken.queries import bericht_inhoud
from afspraken.werk import bericht as bericht_module
from afspraken.werk import werker as werker_module
from afspraken.werk.lussen import Lus, draai_lussen
from afspraken.werk.werker import Werker
from locaties.actions.stappen.daad import EvenDruk
from tests.afspraken.werk.conftest import Klokje, bericht
from tests.bouwers import Kantoorscene, een_afspraak

pytestmark = pytest.mark.django_db
WORTEL = Path(__file__).resolve().parents[3]


def test_buiten_de_demo_weigert_de_werker_zonder_gegevens_en_noemt_ze(settings: Any) -> None:
    settings.DEMO = False
    settings.TWILIO_ACCOUNT_SID = settings.EMAIL_HOST = ""
    settings.TWILIO_AUTH_TOKEN = settings.TWILIO_AFZENDER = "x"
    with pytest.raises(CommandError, match="TWILIO_ACCOUNT_SID, AFSPRAKEN_SMTP_HOST"):
        call_command("werker", "--eenmaal")


def test_de_hartslag_zegt_dat_alle_lussen_draaiden(werker: Werker, klok: Klokje) -> None:
    werker.draai_een_keer()
    gedraaid = dict(Werklus.objects.values_list("naam", "laatst_gedraaid_op"))
    assert gedraaid == dict.fromkeys(
        [
            "berichten",
            "afspraken_verlopen",
            "afstemmingen_vergeten",
            "gegevens_opruimen",
            "te_regelen_mailen",
        ],
        klok.nu,
    )


def test_een_lus_draait_niet_eerder_dan_afgesproken_en_nooit_dubbel(klok: Klokje) -> None:
    keren: list[str] = []

    def lus_van(wie: str) -> tuple[Lus, ...]:
        def doe(_nu: object) -> int:
            draai_lussen(wie="ander", klok=klok, lussen=lus_van("ander") if wie == "eerste" else ())
            keren.append(wie)
            return 0

        return (Lus("proef", timedelta(minutes=5), doe),)

    draai_lussen(wie="eerste", klok=klok, lussen=lus_van("eerste"))
    draai_lussen(wie="eerste", klok=klok, lussen=lus_van("eerste"))
    assert keren == ["eerste"]
    klok.verder(minutes=5)
    draai_lussen(wie="eerste", klok=klok, lussen=lus_van("eerste"))
    assert keren == ["eerste", "eerste"]


def test_een_lus_die_stukgaat_houdt_de_andere_niet_tegen_en_komt_terug(klok: Klokje) -> None:
    keren: list[str] = []

    def stuk(_nu: object) -> int:
        keren.append("stuk")
        raise RuntimeError

    def heel(_nu: object) -> int:
        keren.append("heel")
        return 0

    lussen = (Lus("stuk", timedelta(0), stuk), Lus("heel", timedelta(0), heel))
    draai_lussen(wie="w", klok=klok, lussen=lussen)
    assert keren == ["stuk", "heel"]
    assert Werklus.objects.get(naam="stuk").laatst_gedraaid_op is None
    klok.verder(minutes=5)
    draai_lussen(wie="w", klok=klok, lussen=lussen)
    assert keren == ["stuk", "heel", "stuk", "heel"]


def test_een_bericht_zonder_tekst_houdt_de_andere_niet_tegen(
    kantoor: Kantoorscene, werker: Werker, monkeypatch: pytest.MonkeyPatch
) -> None:
    een_afspraak(kantoor)
    een_afspraak(kantoor, om="11:00", telefoon="", kanaal="papier")
    echt = bericht_inhoud.bericht_inhoud

    def soms_stuk(*, bericht_id: Any, nu: Any) -> Any:
        if Bericht.objects.get(pk=bericht_id).kanaal == "sms":
            raise KeyError
        return echt(bericht_id=bericht_id, nu=nu)

    monkeypatch.setattr(bericht_module, "bericht_inhoud", soms_stuk)
    werker.draai_leeg()
    assert dict(Bericht.objects.filter(soort="bevestiging").values_list("kanaal", "status")) == {
        "sms": "klaar",
        "papier": "verstuurd",
    }
    assert Bericht.objects.get(soort="bevestiging", kanaal="sms").fout == "geen_tekst_KeyError"


@pytest.mark.parametrize("fout", [EvenDruk(), OperationalError("the connection is lost")])
def test_een_drukke_of_verdwenen_database_wordt_afgewacht(
    klok: Klokje, monkeypatch: pytest.MonkeyPatch, fout: Exception
) -> None:
    werker = Werker(wie="werker-1", klok=klok, wacht_seconden=0)
    beurten = iter([fout])

    def lussen(**_kwargs: object) -> None:
        for mis in beurten:
            raise mis
        werker.stop()

    monkeypatch.setattr(werker_module, "draai_lussen", lussen)
    monkeypatch.setattr(werker_module, "connections", Mock())
    monkeypatch.setattr(werker_module, "close_old_connections", Mock())
    werker.draai()
    assert next(beurten, None) is None
    assert Werklus.objects.filter(naam="berichten").exists(), "the second turn ran to its end"


def test_wie_gestopt_is_begint_niet_meer_aan_een_bericht(kantoor: Kantoorscene, werker: Werker) -> None:
    een_afspraak(kantoor)
    werker.stop()
    werker.draai_een_keer()
    assert bericht("bevestiging").status == "klaar"


@pytest.mark.parametrize("teken", [signal.SIGTERM, signal.SIGINT])
def test_een_stopteken_eindigt_netjes(tmp_path: Path, teken: signal.Signals) -> None:
    omgeving = {
        **os.environ,
        "AFSPRAKEN_DEMO": "1",
        "DATABASE_URL": f"sqlite:///{tmp_path}/stop.sqlite3",
    }
    opdracht = [sys.executable, "manage.py"]
    subprocess.run([*opdracht, "migrate", "-v0"], cwd=WORTEL, env=omgeving, check=True, capture_output=True)
    proces = subprocess.Popen(
        [*opdracht, "werker"], cwd=WORTEL, env=omgeving, stdout=subprocess.PIPE, text=True
    )
    assert proces.stdout
    assert "draait" in proces.stdout.readline()
    proces.send_signal(teken)
    uit, _ = proces.communicate(timeout=20)
    assert (proces.returncode, uit.strip()) == (0, "De werker is gestopt.")
