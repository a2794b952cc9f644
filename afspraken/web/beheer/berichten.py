"""All messages of the demo: nothing left the machine, so everybody may look."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from afspraken.queries.berichtenlijst import berichtenlijst
from afspraken.web.personeelsmenu import personeelspagina


@require_safe
def beheer_berichten(request: HttpRequest) -> HttpResponse:
    """Show them, newest first; outside the demo this page does not exist."""
    if not settings.DEMO:
        raise Http404
    return personeelspagina(request, "beheer/berichten.html", {"berichten": berichtenlijst()})
