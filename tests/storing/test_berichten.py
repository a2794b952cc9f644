"""Workers are killed at random and the provider answers badly: nothing is lost, nothing is doubled."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.gelijktijdig.databank import eigen_databank
from tests.nagemaakt.twilio import AANGENOMEN_MAAR_STIL, STORING, NagemaakteTwilio, Sms

pytestmark = pytest.mark.storing
WORTEL = Path(__file__).resolve().parents[2]
ALLES = os.environ.get("AFSPRAKEN_DEEL") == "alles"
BERICHTEN, KILLS = (400, 60) if ALLES else (60, 8)
WERKER = ["manage.py", "werker"]
BLIND = ["-m", "tests.storing.blinde_werker"]
# Far longer than a send takes here, far shorter than the 60 seconds of a real installation.
LEASE_SECONDEN = 4


class TrageTwilio(NagemaakteTwilio):
    """Takes a moment over each message, so that a kill hits one half-way."""

    def neem_aan(self, velden: dict[str, str]) -> Sms:
        time.sleep(0.15)
        return super().neem_aan(velden)


@dataclass
class Proef:
    """One database, one provider, and the workers on it."""

    omgeving: dict[str, str]
    twilio: NagemaakteTwilio
    werkers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def draai(self, *opdracht: str) -> str:
        uit = subprocess.run(
            [sys.executable, *opdracht],
            cwd=WORTEL,
            env=self.omgeving,
            check=True,
            capture_output=True,
            text=True,
        )
        return uit.stdout.strip()

    def start(self, opdracht: list[str]) -> None:
        self.werkers.append(
            subprocess.Popen(
                [sys.executable, *opdracht],
                cwd=WORTEL,
                env=self.omgeving,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )

    def dood_er_een(self, opdracht: list[str]) -> None:
        werker = self.werkers.pop(0)
        werker.kill()
        werker.wait()
        self.start(opdracht)

    def per_nummer(self) -> Counter[str]:
        return Counter(sms.naar for sms in self.twilio.berichten)

    def statussen(self) -> Counter[str]:
        vraag = (
            "from afspraken.models import Bericht as B; print(*B.objects.values_list('status', flat=True))"
        )
        return Counter(self.draai("manage.py", "shell", "--no-imports", "-v0", "-c", vraag).split())


@contextmanager
def _proef(tmp_path: Path, aantal: int) -> Iterator[Proef]:
    with eigen_databank(tmp_path) as url, TrageTwilio(stil_seconden=0.1) as twilio:
        proef = Proef(
            {
                **os.environ,
                "AFSPRAKEN_DEMO": "1",
                "DJANGO_SETTINGS_MODULE": "afspraken.settings",
                "DATABASE_URL": url,
                "AFSPRAKEN_WERKER_LEASE": str(LEASE_SECONDEN),
                "TWILIO_ACCOUNT_SID": twilio.account,
                "TWILIO_AUTH_TOKEN": twilio.token,
                "TWILIO_AFZENDER": "DenHaag",
                "TWILIO_BASIS_URL": twilio.basis_url,
            },
            twilio,
        )
        proef.draai("-m", "tests.storing.vul_berichten", str(aantal))
        twilio.volgende.extend(_storingen(aantal))
        try:
            yield proef
        finally:
            for werker in proef.werkers:
                with suppress(ProcessLookupError):
                    werker.kill()
                werker.wait()


def _storingen(aantal: int) -> list[str]:
    """3 % is refused, 5 % is accepted without an answer, at moments that differ per run of the dice."""
    rij = [STORING] * (aantal * 3 // 100) + [AANGENOMEN_MAAR_STIL] * (aantal * 5 // 100)
    rij += [""] * (aantal - len(rij))
    random.shuffle(rij)
    return rij


def _wacht_tot_klaar(proef: Proef, aantal: int, *, uiterlijk: float) -> None:
    """Wait until every number has its message and every row knows it."""
    eind = time.monotonic() + uiterlijk
    while time.monotonic() < eind:
        if len(proef.per_nummer()) == aantal and not {"klaar", "bezig", "onzeker"} & set(proef.statussen()):
            return
        time.sleep(0.5)


def test_geen_bericht_verloren_en_geen_dubbel_terwijl_werkers_sterven(tmp_path: Path) -> None:
    with _proef(tmp_path, BERICHTEN) as proef:
        for _ in range(3):
            proef.start(WERKER)
        while not proef.twilio.berichten:
            time.sleep(0.05)
        for _ in range(KILLS):
            time.sleep(random.uniform(0.3, 0.9))
            proef.dood_er_een(WERKER)
        _wacht_tot_klaar(proef, BERICHTEN, uiterlijk=300 if ALLES else 120)
        gekregen = proef.per_nummer()
        assert BERICHTEN - len(gekregen) == 0, "not sent"
        assert [nummer for nummer, keren in gekregen.items() if keren > 1] == [], "doubled"
        assert proef.statussen() == {"verstuurd": BERICHTEN}


def test_de_proef_ziet_dubbele_berichten_als_er_blind_opnieuw_wordt_verstuurd(tmp_path: Path) -> None:
    with _proef(tmp_path, 40) as proef:
        proef.start(BLIND)
        _wacht_tot_klaar(proef, 40, uiterlijk=40)
        assert max(proef.per_nummer().values()) > 1
