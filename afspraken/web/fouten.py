"""Pages for what goes wrong at the edge."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def formulier_verlopen(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Show what to do when the form's CSRF token is too old or missing."""
    return render(request, "403.html", status=403)


def kapot(request: HttpRequest) -> HttpResponse:
    """Show the phone number also when something broke; without the database a bare page."""
    try:
        return render(request, "500.html", status=500)
    except Exception:  # noqa: BLE001 - whatever is broken, the visitor gets a page
        return HttpResponse(render_to_string("500.html"), status=500)


def onleesbaar(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Show that we could not read the request."""
    return render(request, "400.html", status=400)


def te_vaak(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Show how to go on after too many tries from one address within a minute."""
    return zet_te_vaak(render(request, "429.html"), seconden=60)


def zet_te_vaak(response: HttpResponse, *, seconden: int) -> HttpResponse:
    """Say the same to machines: too often, and after how many seconds it makes sense again."""
    response.status_code = 429
    response["Retry-After"] = str(seconden)
    return response
