"""While somebody is being helped: begin, set apart, take back, more time."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from afspraken.actions.bezoek_hervatten import bezoek_hervatten
from afspraken.actions.bezoek_parkeren import bezoek_parkeren
from afspraken.actions.bezoek_starten import bezoek_starten
from afspraken.actions.extra_tijd_geven import extra_tijd_geven
from afspraken.web.personeelsmenu import BALIE
from afspraken.web.toegang import Personeelsverzoek, met_rol

from .formulieren import Bezoekknop, Tijdknop
from .knop import druk_hier, druk_kantoor


@met_rol(*BALIE)
@require_POST
def balie_starten(request: Personeelsverzoek) -> HttpResponse:
    """The visitor has come."""
    return druk_hier(request, bezoek_starten, Bezoekknop)


@met_rol(*BALIE)
@require_POST
def balie_parkeren(request: Personeelsverzoek) -> HttpResponse:
    """Set who is helped here apart for a while."""
    return druk_hier(request, bezoek_parkeren, Bezoekknop)


@met_rol(*BALIE)
@require_POST
def balie_bezoek_hervatten(request: Personeelsverzoek) -> HttpResponse:
    """Let who stood apart wait again, at the old place."""
    return druk_kantoor(request, bezoek_hervatten, Bezoekknop)


@met_rol(*BALIE)
@require_POST
def balie_extra_tijd(request: Personeelsverzoek) -> HttpResponse:
    """Give so many extra minutes in all."""
    return druk_hier(request, extra_tijd_geven, Tijdknop)
