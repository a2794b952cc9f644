"""The visitor wants something else as well."""

from __future__ import annotations

from itertools import groupby
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from afspraken.actions.product_toevoegen import product_toevoegen
from afspraken.queries.eigen_bezoek import eigen_bezoek
from afspraken.queries.inloopproducten import inloopproducten
from afspraken.web.personeelsmenu import BALIE
from afspraken.web.toegang import Personeelsverzoek, met_rol

from .formulieren import Productknop
from .hier import bezoekpagina, hier_is
from .knop import druk_hier


@met_rol(*BALIE)
@require_http_methods(["GET", "HEAD", "POST"])
def balie_product(request: Personeelsverzoek, bezoek_id: UUID) -> HttpResponse:
    """Choose what for; it is added with its minutes."""
    eigen_bezoek(bezoek_id=bezoek_id, locatie_ids=request.locatie_ids)
    if request.method == "POST":
        return druk_hier(request, product_toevoegen, Productknop)
    gevonden = hier_is(request, bezoek_id)
    if isinstance(gevonden, HttpResponse):
        return gevonden
    producten = sorted(inloopproducten(kantoor=gevonden[0].kantoor_code), key=lambda p: p.categorie)
    soorten = [(soort, list(rij)) for soort, rij in groupby(producten, key=lambda p: p.categorie)]
    return bezoekpagina(request, "balie/product.html", gevonden, {"soorten": soorten}, status=200)
