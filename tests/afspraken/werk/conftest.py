"""A worker with a clock in hand, a provider that remembers, and a mailbox."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from afspraken.models import Bericht
from afspraken.werk.werker import Werker
from tests.bouwers import NU
from tests.nagemaakt.twilio import NagemaakteTwilio


@dataclass
class Klokje:
    """Stands still until the test moves it."""

    nu: datetime

    def __call__(self) -> datetime:
        return self.nu

    def verder(self, **duur: float) -> None:
        self.nu += timedelta(**duur)


@pytest.fixture
def klok() -> Klokje:
    return Klokje(NU + timedelta(minutes=2))


@pytest.fixture
def werker(klok: Klokje) -> Werker:
    return Werker(wie="werker-1", klok=klok)


@pytest.fixture
def twilio(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[NagemaakteTwilio]:
    # What the provider has, it has "now": the clock of the test is not the one on the wall.
    neem_aan = NagemaakteTwilio.neem_aan

    def op_tijd(zelf: NagemaakteTwilio, velden: dict[str, str]) -> Any:
        sms = neem_aan(zelf, velden)
        sms.gemaakt_op = max(NU + timedelta(days=30), timezone.now()).replace(microsecond=0)
        return sms

    monkeypatch.setattr(NagemaakteTwilio, "neem_aan", op_tijd)
    with NagemaakteTwilio(stil_seconden=0.05) as nagemaakt:
        settings.TWILIO_ACCOUNT_SID = nagemaakt.account
        settings.TWILIO_AUTH_TOKEN = nagemaakt.token
        settings.TWILIO_AFZENDER = "DenHaag"
        settings.TWILIO_BASIS_URL = nagemaakt.basis_url
        settings.SITE_ADRES = "https://afspraken.denhaag.nl"
        yield nagemaakt


@pytest.fixture
def postbus(settings: Any, mailoutbox: list[Any]) -> list[Any]:
    settings.EMAIL_HOST = "localhost"
    settings.SITE_ADRES = "https://afspraken.denhaag.nl"
    return mailoutbox


def bericht(soort: str) -> Bericht:
    """The one message of this kind."""
    return Bericht.objects.get(soort=soort)
