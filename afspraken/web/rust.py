"""A session of staff ends by itself: after half an hour of rest, and ten hours after it began.

What brings itself up to date (a live part of a page, a stream) is no sign of life.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

RUST = timedelta(minutes=30)
LANGSTE = timedelta(hours=10)
# So often at most the moment is written: not with every request.
PRECIES = timedelta(minutes=1)
SLEUTEL = "personeel_sessie"
STROMEN = "/live/"


class RustMiddleware:
    """Logs out who rested too long, before anything is done or shown, and says so on the login page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let through who is at work; visitors have no such session."""
        if not request.user.is_authenticated:
            return self.get_response(request)
        nu: datetime = request.echt_nu  # type: ignore[attr-defined]
        stand = request.session.get(SLEUTEL) or _begin(request, nu)
        if nu - _op(stand, "begonnen") >= LANGSTE or nu - _op(stand, "gezien") >= RUST:
            return _te_laat(request)
        if not _ververst_zichzelf(request) and nu - _op(stand, "gezien") >= PRECIES:
            request.session[SLEUTEL] = stand | {"gezien": nu.isoformat()}
        return self.get_response(request)


def _begin(request: HttpRequest, nu: datetime) -> dict[str, Any]:
    stand = {"begonnen": nu.isoformat(), "gezien": nu.isoformat()}
    if not _ververst_zichzelf(request):
        request.session[SLEUTEL] = stand
    return stand


def _op(stand: dict[str, Any], wat: str) -> datetime:
    return datetime.fromisoformat(stand[wat])


def _te_laat(request: HttpRequest) -> HttpResponse:
    """What only looks along gets nothing: it is the next button that must hear that it came too late."""
    if request.path == reverse("alarmen"):
        return HttpResponse(status=204)
    if request.path.startswith(STROMEN):
        return HttpResponse(status=403)
    return _log_uit(request)


def _log_uit(request: HttpRequest) -> HttpResponse:
    logout(request)
    if "HX-Request" in request.headers:
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    verder = request.get_full_path() if request.method == "GET" else _vorige(request)
    wat = "versturen" if request.method == "POST" else "kijken"
    terug = redirect(f"{reverse('account_login')}?{urlencode({'next': verder, 'rust': wat})}")
    terug["Clear-Site-Data"] = '"cache"'
    return terug


def _vorige(request: HttpRequest) -> str:
    """The page with the form, where the site itself says so; else the beginning."""
    adres = urlsplit(request.headers.get("Referer", ""))
    is_hier = adres.netloc == request.get_host() and adres.path.startswith("/")
    return adres._replace(scheme="", netloc="").geturl() if is_hier else reverse("beheer_start")


def _ververst_zichzelf(request: HttpRequest) -> bool:
    is_deel = "HX-Request" in request.headers and request.method == "GET"
    return (is_deel and "HX-Boosted" not in request.headers) or request.path.startswith(STROMEN)
