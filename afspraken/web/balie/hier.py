"""A page about the visitor who is here: shown only while that is so."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from afspraken.queries.werkplek import Bezoekhier, Werkplekstand
from afspraken.web.toegang import Personeelsverzoek
from locaties.rules.weigering import NietGevonden

from .knop import zit_nergens
from .werkplek import baliepagina, stand_van, toon_werkplek

Gevonden = tuple[Werkplekstand, Bezoekhier]


def hier_is(request: Personeelsverzoek, bezoek_id: UUID) -> Gevonden | HttpResponse:
    """Return the workplace with this visitor being helped there; else the page that says it is not so."""
    try:
        stand = stand_van(request)
    except NietGevonden:
        return zit_nergens(request)
    hier = stand.bezoek
    if hier is None or hier.regel.bezoek_id != bezoek_id or hier.sinds is None:
        return toon_werkplek(
            request, fout=_("Deze bezoeker is nu niet bij u. Kijk wat er nu staat."), status=409
        )
    return stand, hier


def bezoekpagina(
    request: Personeelsverzoek, sjabloon: str, gevonden: Gevonden, context: dict[str, Any], *, status: int
) -> HttpResponse:
    """Show it, with the form."""
    return baliepagina(request, sjabloon, gevonden[0], context, status=status)
