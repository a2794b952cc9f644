"""Call: the next one, a particular visitor, once more; and what follows when nobody comes."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from afspraken.actions.bezoeker_niet_hier import bezoeker_niet_hier
from afspraken.actions.bezoeker_opnieuw_oproepen import bezoeker_opnieuw_oproepen
from afspraken.actions.bezoeker_oproepen import bezoeker_oproepen
from afspraken.actions.niet_hier_terugdraaien import niet_hier_terugdraaien
from afspraken.web.personeelsmenu import BALIE
from afspraken.web.toegang import Personeelsverzoek, met_rol

from .formulieren import Gemistknop, Oproepknop, Roepknop
from .knop import druk_hier, druk_kantoor


@met_rol(*BALIE)
@require_POST
def balie_oproepen(request: Personeelsverzoek) -> HttpResponse:
    """Call whom the rule picks, or the one that was pointed at; pressing twice calls once."""
    return druk_hier(request, bezoeker_oproepen, Oproepknop)


@met_rol(*BALIE)
@require_POST
def balie_opnieuw_oproepen(request: Personeelsverzoek) -> HttpResponse:
    """Call the same visitor once more."""
    return druk_hier(request, bezoeker_opnieuw_oproepen, Roepknop)


@met_rol(*BALIE)
@require_POST
def balie_niet_hier(request: Personeelsverzoek) -> HttpResponse:
    """Nobody came: the visitor keeps the place, and after three calls is missed."""
    return druk_hier(request, bezoeker_niet_hier, Roepknop, "gemist")


@met_rol(*BALIE)
@require_POST
def balie_niet_hier_terugdraaien(request: Personeelsverzoek) -> HttpResponse:
    """The visitor was there after all."""
    return druk_kantoor(request, niet_hier_terugdraaien, Gemistknop)
