"""Close a balie for who cannot do so any more: went home, or may not work here now."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from afspraken.actions.werkplek_sluiten import werkplek_sluiten
from afspraken.web.personeelsmenu import ONTVANGST
from afspraken.web.plek import met_plek
from afspraken.web.toegang import Personeelsverzoek, met_rol
from locaties.rules.weigering import NietGevonden, Weigering

from .kantoor import kantoor_van
from .slot import achter_slot
from .wachtrij import toon_wachtrij


class Werkplekformulier(forms.Form):
    """Which workplace."""

    werkplek = forms.IntegerField(min_value=1, max_value=2**62)


@met_rol(*ONTVANGST)
@achter_slot
@require_POST
def ontvangst_balie_sluiten(request: Personeelsverzoek, kantoor: str) -> HttpResponse:
    """Close it; who was called there keeps the place, and a colleague can sit down."""
    hier = kantoor_van(request, kantoor)
    formulier = Werkplekformulier(request.POST)
    if not formulier.is_valid():
        return redirect("ontvangst_wachtrij", kantoor=kantoor)
    try:
        werkplek_sluiten(
            werkplek_id=formulier.cleaned_data["werkplek"],
            nu=request.nu,
            rol="host",
            gebruiker_id=request.user.pk,
            locatie_ids=frozenset({hier.id}),
        )
    except NietGevonden:
        raise
    except Weigering as weigering:
        return toon_wachtrij(request, kantoor, weigering=weigering)
    return met_plek(request, reverse("ontvangst_wachtrij", args=[kantoor]))
