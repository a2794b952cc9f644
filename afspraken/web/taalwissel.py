"""Another language where somebody was typing: the page comes back with what was typed, and nothing is done.

Without scripts only a button of the form itself carries that along (templates/delen/taalkeuze.html). The
answer is the page as one looks at it, so no view can take the button for the one that sends the form.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation

from afspraken.web.getypt import KNOP
from afspraken.web.middleware import Antwoord
from afspraken.web.site.sessie import onthoud_taal


class TaalwisselMiddleware:
    """Comes after the check of where a form came from: another site fills in nothing."""

    def __init__(self, get_response: Antwoord) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Remember the language, where one was chosen."""
        response = self.get_response(request)
        if taal := getattr(request, KNOP, ""):
            response.set_cookie(settings.LANGUAGE_COOKIE_NAME, taal)
        return response

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        """Look at the page instead of sending it; a search stands in the address and is asked again."""
        taal = _gekozen(request)
        if taal not in dict(settings.LANGUAGES):
            return None
        setattr(request, KNOP, taal)
        translation.activate(taal)
        onthoud_taal(request, taal)
        if request.method == "GET":
            return _zonder_knop(request)
        request.method = "GET"
        return None


def _gekozen(request: HttpRequest) -> str:
    if request.method == "POST":
        return request.POST.get(KNOP, "")
    return request.GET.get(KNOP, "") if request.method == "GET" else ""


def _zonder_knop(request: HttpRequest) -> HttpResponse:
    vraag = request.GET.copy()
    del vraag[KNOP]
    return redirect(f"{request.path}?{vraag.urlencode()}" if vraag else request.path)
