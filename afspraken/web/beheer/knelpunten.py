"""Promises that do not hold at present: whom to call, and how it was solved."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from afspraken.actions.knelpunt_oplossen import knelpunt_oplossen
from afspraken.queries.knelpunten import knelpunten
from afspraken.web.personeelsmenu import KNELPUNTEN, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol

from .formulieren import Oplossingformulier


@met_rol(*KNELPUNTEN)
@require_safe
def beheer_knelpunten(request: Personeelsverzoek) -> HttpResponse:
    """Show the open ones."""
    return _lijst(request)


@met_rol(*KNELPUNTEN)
@require_POST
def beheer_knelpunt_oplossen(request: Personeelsverzoek, knelpunt_id: int) -> HttpResponse:
    """Close one with a sentence."""
    formulier = Oplossingformulier(request.POST)
    if not formulier.is_valid():
        return _lijst(request, formulier, knelpunt_id)
    knelpunt_oplossen(
        knelpunt_id=knelpunt_id,
        oplossing=formulier.cleaned_data["oplossing"],
        locatie_ids=request.locatie_ids,
        nu=request.nu,
        rol="personeel",
        gebruiker_id=request.user.pk,
    )
    return redirect("beheer_knelpunten")


def _lijst(
    request: Personeelsverzoek, formulier: Oplossingformulier | None = None, fout_bij: int | None = None
) -> HttpResponse:
    context = {
        "knelpunten": knelpunten(locatie_ids=request.locatie_ids, nu=request.nu),
        "formulier": formulier,
        "fout_bij": fout_bij,
    }
    return personeelspagina(request, "beheer/knelpunten.html", context, status=422 if formulier else 200)
