"""Tasks on top of the list: fetch who was called, or who stands outside."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from afspraken.actions.haaltaak_afronden import haaltaak_afronden
from afspraken.actions.haaltaak_heropenen import haaltaak_heropenen
from afspraken.web.personeelsmenu import ONTVANGST
from afspraken.web.plek import met_plek
from afspraken.web.toegang import Personeelsverzoek, met_rol
from locaties.rules.weigering import Weigering

from .formulieren import Haalformulier
from .kantoor import kantoor_van
from .lijst import toon_lijst
from .slot import achter_slot


@met_rol(*ONTVANGST)
@achter_slot
@require_POST
def ontvangst_gehaald(request: Personeelsverzoek, kantoor: str) -> HttpResponse:
    """Take it off the list."""
    return _doe(request, kantoor, haaltaak_afronden)


@met_rol(*ONTVANGST)
@achter_slot
@require_POST
def ontvangst_niet_gehaald(request: Personeelsverzoek, kantoor: str) -> HttpResponse:
    """Put it back."""
    return _doe(request, kantoor, haaltaak_heropenen)


def _doe(request: Personeelsverzoek, kantoor: str, daad: Callable[..., Any]) -> HttpResponse:
    hier = kantoor_van(request, kantoor)
    formulier = Haalformulier(request.POST)
    if not formulier.is_valid():
        return redirect("ontvangst_lijst", kantoor=kantoor)
    try:
        daad(taak_id=formulier.cleaned_data["taak"], nu=request.nu, locatie_ids=frozenset({hier.id}))
    except Weigering as weigering:
        return toon_lijst(request, kantoor, weigering=weigering)
    return met_plek(request, reverse("ontvangst_lijst", args=[kantoor]))
