"""The edge of every request: the clock, headers, and refusals as pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from locaties.rules.weigering import NietGevonden, Weigering

Antwoord = Callable[[HttpRequest], HttpResponse]
GEEN_APPARAAT = (
    "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=(),"
    " publickey-credentials-get=(self), publickey-credentials-create=(self)"
)


class KlokMiddleware:
    """Reads the clock once: ``request.nu`` is an aware UTC datetime."""

    def __init__(self, get_response: Antwoord) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Set the moment and go on."""
        request.nu = datetime.now(UTC)  # type: ignore[attr-defined]
        return self.get_response(request)


class KopMiddleware:
    """Headers on every response, errors included; pages are never stored by anybody."""

    def __init__(self, get_response: Antwoord) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add what security and privacy ask."""
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", GEEN_APPARAAT)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("X-Robots-Tag", "noindex" if request.path != "/" else "all")
        return response


class WeigeringMiddleware:
    """A refusal that no view caught becomes a page with the sentence: 404 or 409."""

    def __init__(self, get_response: Antwoord) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fout: Exception) -> HttpResponse | None:
        """Show the refusal; anything else is a bug and goes on."""
        if not isinstance(fout, Weigering):
            return None
        status = 404 if isinstance(fout, NietGevonden) else 409
        return render(request, "delen/weigering.html", {"weigering": fout}, status=status)
