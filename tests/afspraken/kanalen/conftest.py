"""The stand-in provider, with the settings that lead to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.nagemaakt.twilio import NagemaakteTwilio


@pytest.fixture
def twilio(settings: Any) -> Iterator[NagemaakteTwilio]:
    with NagemaakteTwilio() as nagemaakt:
        settings.TWILIO_ACCOUNT_SID = nagemaakt.account
        settings.TWILIO_AUTH_TOKEN = nagemaakt.token
        settings.TWILIO_AFZENDER = "DenHaag"
        settings.TWILIO_BASIS_URL = nagemaakt.basis_url
        yield nagemaakt
