"""Hand over how to reach the sociaal raadsman: on paper, or by SMS to who asks for it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from afspraken.actions.raadsman_sturen import raadsman_sturen
from afspraken.queries.eigen_bezoek import eigen_bezoek
from afspraken.queries.eigen_nummer import eigen_nummer
from afspraken.web.personeelsmenu import BALIE
from afspraken.web.toegang import Personeelsverzoek, met_rol
from locaties.rules.weigering import NietGevonden, Weigering

from .formulieren import Raadsmanformulier
from .hier import Gevonden, bezoekpagina, hier_is


@met_rol(*BALIE)
@require_http_methods(["GET", "HEAD", "POST"])
def balie_raadsman(request: Personeelsverzoek, bezoek_id: UUID) -> HttpResponse:
    """Show the paper, and send the SMS; a wrong number stays in the box with a sentence."""
    eigen_bezoek(bezoek_id=bezoek_id, locatie_ids=request.locatie_ids)
    gevonden = hier_is(request, bezoek_id)
    if isinstance(gevonden, HttpResponse):
        return gevonden
    if request.method == "POST":
        return _stuur(request, gevonden, bezoek_id)
    formulier = Raadsmanformulier(initial={"telefoon": eigen_nummer(bezoek_id=bezoek_id)})
    return _pagina(request, gevonden, formulier, status=200)


def _stuur(request: Personeelsverzoek, gevonden: Gevonden, bezoek_id: UUID) -> HttpResponse:
    formulier = Raadsmanformulier(request.POST)
    if not formulier.is_valid():
        return _pagina(request, gevonden, formulier, status=422)
    plek, telefoon = gevonden[0].werkplek_id, formulier.cleaned_data["telefoon"]
    try:
        raadsman_sturen(werkplek_id=plek, bezoek_id=bezoek_id, telefoon=telefoon, nu=request.nu)
    except NietGevonden:
        raise
    except Weigering as weigering:
        formulier.add_error(None, _(weigering.melding))  # about no answer: the number can be read
        return _pagina(request, gevonden, formulier, status=409)
    terug = redirect("balie_raadsman", bezoek_id=bezoek_id)
    terug["Location"] += "?gestuurd=1"
    return terug


def _pagina(
    request: Personeelsverzoek, gevonden: Gevonden, formulier: Raadsmanformulier, *, status: int
) -> HttpResponse:
    context = {"formulier": formulier, "is_gestuurd": "gestuurd" in request.GET}
    return bezoekpagina(request, "balie/raadsman.html", gevonden, context, status=status)
