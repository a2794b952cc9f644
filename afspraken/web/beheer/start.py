"""The first page after logging in: what this role can do."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from afspraken.web.personeelsmenu import ALLE_ROLLEN, menu_van, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol


@met_rol(*ALLE_ROLLEN)
@require_safe
def beheer_start(request: Personeelsverzoek) -> HttpResponse:
    """Show the pages as tiles."""
    menu = menu_van(request)
    return personeelspagina(request, "beheer/start.html", {"ingangen": menu, "navigatie": ()})
