"""Call for help, and answer a colleague who does."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from afspraken.actions.alarm_beantwoorden import alarm_beantwoorden
from afspraken.actions.alarm_slaan import alarm_slaan
from afspraken.web.alarmformulier import Alarmformulier, naam_van
from afspraken.web.personeelsmenu import BALIE
from afspraken.web.toegang import Personeelsverzoek, met_rol

from .formulieren import Plekknop
from .knop import druk_hier, naar_werkplek, plek_van, zit_nergens, zonder_wie


@met_rol(*BALIE)
@require_POST
def balie_alarm(request: Personeelsverzoek) -> HttpResponse:
    """Have every open balie and the host of this office see it; again is the same alarm."""
    return druk_hier(request, zonder_wie(alarm_slaan), Plekknop)


@met_rol(*BALIE)
@require_POST
def balie_alarm_beantwoorden(request: Personeelsverzoek) -> HttpResponse:
    """Say who goes; whoever was first stays the one."""
    plek, formulier = plek_van(request), Alarmformulier(request.POST)
    if plek.locatie_id is None:
        return zit_nergens(request)
    if formulier.is_valid():
        alarm_beantwoorden(
            alarm_id=formulier.cleaned_data["alarm"],
            door=naam_van(request),
            nu=request.nu,
            locatie_ids=frozenset({plek.locatie_id}),
        )
    if "HX-Request" in request.headers:
        return redirect("alarmen")  # answered on a page where somebody may be typing
    return naar_werkplek(request)
