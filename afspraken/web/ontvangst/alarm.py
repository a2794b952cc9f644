"""Somebody at a balie asks for help: the host goes there."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from afspraken.actions.alarm_beantwoorden import alarm_beantwoorden
from afspraken.web.alarmformulier import Alarmformulier, naam_van
from afspraken.web.personeelsmenu import ONTVANGST
from afspraken.web.plek import met_plek
from afspraken.web.toegang import Personeelsverzoek, met_rol

from .kantoor import kantoor_van
from .slot import achter_slot


@met_rol(*ONTVANGST)
@achter_slot
@require_POST
def ontvangst_alarm_beantwoorden(request: Personeelsverzoek, kantoor: str) -> HttpResponse:
    """Say who goes; whoever was first stays the one."""
    hier = kantoor_van(request, kantoor)
    formulier = Alarmformulier(request.POST)
    if formulier.is_valid():
        alarm_beantwoorden(
            alarm_id=formulier.cleaned_data["alarm"],
            door=naam_van(request),
            nu=request.nu,
            locatie_ids=frozenset({hier.id}),
        )
    if "HX-Request" in request.headers:
        return redirect("alarmen")  # answered on a page where somebody may be typing
    return met_plek(request, reverse("ontvangst_lijst", args=[kantoor]))
