"""Twilio's client with what it lacks: a time-out, another host for tests, and silence in the log."""

from __future__ import annotations

import logging
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client

WACHT_SECONDEN = 10.0

# At DEBUG it logs addresses, and ours hold the phone number: never, whatever level the rest has.
logging.getLogger("urllib3.connectionpool").setLevel(logging.WARNING)


class _Verbinding(TwilioHttpClient):
    """Twilio logs addresses with the phone number in them, and waits for ever unless told otherwise."""

    def __init__(self, basis_url: str, wacht_seconden: float) -> None:
        super().__init__(timeout=wacht_seconden)
        self._basis_url = basis_url

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Response:
        return super().request(method, _op_basis(url, self._basis_url), *args, **kwargs)

    def log_request(self, kwargs: dict[str, Any]) -> None:
        """Say nothing: the query holds the number, the body the text."""

    def log_response(self, status_code: int, response: Response) -> None:
        """Say nothing: the worker logs the outcome itself."""


def heeft_twilio() -> bool:
    """Whether this installation can send SMS at all."""
    return bool(settings.TWILIO_ACCOUNT_SID and settings.TWILIO_AUTH_TOKEN)


def maak_client(*, wacht_seconden: float = WACHT_SECONDEN) -> Client:
    """A client for one worker step; `TWILIO_BASIS_URL` points it elsewhere (tests, proxy)."""
    verbinding = _Verbinding(settings.TWILIO_BASIS_URL, wacht_seconden)
    return Client(settings.TWILIO_ACCOUNT_SID, settings.TWILIO_AUTH_TOKEN, http_client=verbinding)


def _op_basis(url: str, basis_url: str) -> str:
    if not basis_url:
        return url
    basis = urlsplit(basis_url)
    return urlunsplit(urlsplit(url)._replace(scheme=basis.scheme, netloc=basis.netloc))
