"""Read what we arrange for who is here; each reading leaves a line."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from afspraken.actions.bezoekbehoeften_lezen import bezoekbehoeften_lezen
from afspraken.web.personeelsmenu import BALIE
from afspraken.web.toegang import Personeelsverzoek, met_rol

from .formulieren import Bezoekknop
from .knop import druk_hier


@met_rol(*BALIE)
@require_POST
def balie_behoeften(request: Personeelsverzoek) -> HttpResponse:
    """Open it; it stays on the page of this employee until the visit is over."""
    return druk_hier(request, bezoekbehoeften_lezen, Bezoekknop)
