"""Is this receipt really from Twilio?"""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings
from twilio.request_validator import RequestValidator

STATUS_PAD = "/provider/sms/"


def status_url() -> str:
    """Where receipts go; empty where the provider cannot reach us (a machine without a public address)."""
    adres = str(settings.SITE_ADRES).rstrip("/")
    return adres + STATUS_PAD if adres.startswith("https://") else ""


def is_van_twilio(*, pad: str, velden: Mapping[str, str], handtekening: str) -> bool:
    """Judge over the public address, never over what the request says of itself; no token = nobody.

    `pad` is path and query as asked; every field counts, unchanged.
    """
    url = str(settings.SITE_ADRES).rstrip("/") + pad
    tokens = (settings.TWILIO_AUTH_TOKEN, settings.TWILIO_AUTH_TOKEN_OUD)
    return any(RequestValidator(token).validate(url, velden, handtekening) for token in tokens if token)
