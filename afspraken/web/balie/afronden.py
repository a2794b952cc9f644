"""Finish: was the visitor helped, and did we point to the sociaal raadsman?"""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from afspraken.actions.bezoek_afronden import bezoek_afronden
from afspraken.queries.eigen_bezoek import eigen_bezoek
from afspraken.web.personeelsmenu import BALIE
from afspraken.web.toegang import Personeelsverzoek, met_rol
from locaties.rules.weigering import NietGevonden, Weigering

from .formulieren import Afrondformulier
from .half import doet_eerst_iets_anders, half_van, onthoud_half, vergeet_half
from .hier import Gevonden, bezoekpagina, hier_is
from .knop import naar_werkplek, plek_van
from .werkplek import toon_werkplek


@met_rol(*BALIE)
@require_http_methods(["GET", "HEAD", "POST"])
def balie_afronden(request: Personeelsverzoek, bezoek_id: UUID) -> HttpResponse:
    """Ask how it ended; pressing twice finishes once."""
    eigen_bezoek(bezoek_id=bezoek_id, locatie_ids=request.locatie_ids)
    if request.method == "POST" and not doet_eerst_iets_anders(request):
        return _rond_af(request, bezoek_id)
    gevonden = hier_is(request, bezoek_id)
    if isinstance(gevonden, HttpResponse):
        return gevonden
    if request.method == "POST":
        onthoud_half(request, bezoek_id)
        return redirect("balie_raadsman", bezoek_id=bezoek_id)
    return _pagina(request, gevonden, Afrondformulier(initial=half_van(request, bezoek_id)), status=200)


def _pagina(
    request: Personeelsverzoek, gevonden: Gevonden, formulier: Afrondformulier, *, status: int
) -> HttpResponse:
    return bezoekpagina(request, "balie/afronden.html", gevonden, {"formulier": formulier}, status=status)


def _rond_af(request: Personeelsverzoek, bezoek_id: UUID) -> HttpResponse:
    plek, formulier = plek_van(request), Afrondformulier(request.POST)
    if plek.werkplek_id is None or not formulier.is_valid():
        gevonden = hier_is(request, bezoek_id)
        if isinstance(gevonden, HttpResponse):
            return gevonden
        return _pagina(request, gevonden, formulier, status=422)
    try:
        bezoek_afronden(
            werkplek_id=plek.werkplek_id,
            bezoek_id=bezoek_id,
            **formulier.cleaned_data,
            nu=request.nu,
            gebruiker_id=request.user.pk,
        )
    except Weigering as weigering:
        if isinstance(weigering, NietGevonden):
            raise
        return toon_werkplek(request, fout=_(weigering.melding), status=409)
    vergeet_half(request)
    return naar_werkplek(request, f"klaar={bezoek_id}")
