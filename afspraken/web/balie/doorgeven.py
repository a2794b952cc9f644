"""Pass the visitor on, with the story, so that nobody has to tell it twice."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from afspraken.actions.bezoek_doorgeven import bezoek_doorgeven
from afspraken.queries.doorgeefkeuzes import doorgeefkeuzes
from afspraken.queries.eigen_bezoek import eigen_bezoek
from afspraken.web.personeelsmenu import BALIE
from afspraken.web.toegang import Personeelsverzoek, met_rol
from locaties.rules.weigering import Weigering

from .formulieren import Doorgeefformulier
from .hier import Gevonden, bezoekpagina, hier_is
from .knop import naar_werkplek


@met_rol(*BALIE)
@require_http_methods(["GET", "HEAD", "POST"])
def balie_doorgeven(request: Personeelsverzoek, bezoek_id: UUID) -> HttpResponse:
    """Ask to whom and what the colleague must know; then the visitor waits again as one of the first."""
    eigen_bezoek(bezoek_id=bezoek_id, locatie_ids=request.locatie_ids)
    gevonden = hier_is(request, bezoek_id)
    if isinstance(gevonden, HttpResponse):
        return gevonden
    stand, hier = gevonden
    formulier = Doorgeefformulier(
        request.POST if request.method == "POST" else None,
        keuzes=doorgeefkeuzes(werkplek_id=stand.werkplek_id, nu=request.nu),
        delen=hier.delen,
    )
    if not formulier.is_valid():
        return _pagina(request, gevonden, formulier, status=422 if formulier.is_bound else 200)
    velden = formulier.cleaned_data
    try:
        bezoek_doorgeven(
            werkplek_id=stand.werkplek_id,
            bezoek_id=bezoek_id,
            **formulier.bestemming(),
            product=velden["product"],
            klaar=velden["klaar"],
            verhaal=velden["verhaal"],
            nu=request.nu,
            gebruiker_id=request.user.pk,
        )
    except Weigering as weigering:
        return _pagina(request, gevonden, formulier, status=409, fout=_(weigering.melding))
    return naar_werkplek(request)


def _pagina(
    request: Personeelsverzoek,
    gevonden: Gevonden,
    formulier: Doorgeefformulier,
    *,
    status: int,
    fout: str = "",
) -> HttpResponse:
    context = {"formulier": formulier, "fout": fout}
    return bezoekpagina(request, "balie/doorgeven.html", gevonden, context, status=status)
