"""The edge of every request: the clock, headers, and refusals as pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render

from afspraken.queries.demotijd import demotijd
from locaties.rules.weigering import NietGevonden, Weigering

Antwoord = Callable[[HttpRequest], HttpResponse]
WERKWOORDEN = ["GET", "HEAD", "POST"]
GEEN_APPARAAT = (
    "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=(),"
    " publickey-credentials-get=(self), publickey-credentials-create=(self)"
)
MET_CAMERA = GEEN_APPARAAT.replace("camera=()", "camera=(self)")  # only where a code is scanned


class KlokMiddleware:
    """Reads the clock once: ``request.nu`` is an aware UTC datetime; in the demo, that of the demo.

    ``request.echt_nu``: the real one, for what guards a device: how long nobody touched it.
    """

    def __init__(self, get_response: Antwoord) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Set the moment and go on."""
        echt = datetime.now(UTC)
        request.echt_nu = echt  # type: ignore[attr-defined]
        request.nu = demotijd(echt=echt) if settings.DEMO else echt  # type: ignore[attr-defined]
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


class WerkwoordMiddleware:
    """Pages are looked at and sent; whatever else somebody tries is refused before anything is asked."""

    def __init__(self, get_response: Antwoord) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on, or refuse with 405."""
        if request.method not in WERKWOORDEN:
            return HttpResponseNotAllowed(WERKWOORDEN)
        return self.get_response(request)


class WeigeringMiddleware:
    """A refusal that no view caught becomes a page with the sentence: 404 or 409; so does 405."""

    def __init__(self, get_response: Antwoord) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; who opens the address of a button gets a page that says so."""
        response = self.get_response(request)
        if response.status_code == 405 and request.method == "GET":
            pagina = render(request, "405.html", status=405)
            pagina["Allow"] = response["Allow"]
            return pagina
        return response

    def process_exception(self, request: HttpRequest, fout: Exception) -> HttpResponse | None:
        """Show the refusal; anything else is a bug and goes on."""
        if not isinstance(fout, Weigering):
            return None
        status = 404 if isinstance(fout, NietGevonden) else 409
        return render(request, "delen/weigering.html", {"weigering": fout}, status=status)
