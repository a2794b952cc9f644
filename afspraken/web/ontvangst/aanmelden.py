"""One tap: here, or not after all."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from afspraken.actions.aanmelden_terugdraaien import aanmelden_terugdraaien
from afspraken.actions.bezoeker_aanmelden import bezoeker_aanmelden
from afspraken.web.personeelsmenu import ONTVANGST
from afspraken.web.plek import met_plek
from afspraken.web.toegang import Personeelsverzoek, met_rol
from locaties.rules.weigering import Weigering

from .formulieren import Aanmeldformulier, Bezoekformulier
from .kantoor import kantoor_van
from .lijst import toon_lijst
from .slot import achter_slot


@met_rol(*ONTVANGST)
@achter_slot
@require_POST
def ontvangst_aanmelden(request: Personeelsverzoek, kantoor: str) -> HttpResponse:
    """Check in who was tapped, or whose code was typed or scanned."""
    hier = kantoor_van(request, kantoor)
    formulier = Aanmeldformulier(request.POST)
    if not formulier.is_valid():
        return redirect("ontvangst_lijst", kantoor=kantoor)
    try:
        kaart = bezoeker_aanmelden(
            afspraak_id=formulier.cleaned_data["afspraak"],
            code=formulier.cleaned_data["code"],
            locatie=hier.code,
            nu=request.nu,
            rol="host",
            gebruiker_id=request.user.pk,
        )
    except Weigering as weigering:
        return toon_lijst(request, kantoor, weigering=weigering)
    return met_plek(request, f"{reverse('ontvangst_lijst', args=[kantoor])}?hier={kaart.bezoek_id}")


@met_rol(*ONTVANGST)
@achter_slot
@require_POST
def ontvangst_terugdraaien(request: Personeelsverzoek, kantoor: str) -> HttpResponse:
    """Take the check-in back."""
    hier = kantoor_van(request, kantoor)
    formulier = Bezoekformulier(request.POST)
    if not formulier.is_valid():
        return redirect("ontvangst_lijst", kantoor=kantoor)
    try:
        aanmelden_terugdraaien(
            bezoek_id=formulier.cleaned_data["bezoek"],
            nu=request.nu,
            rol="host",
            gebruiker_id=request.user.pk,
            locatie_ids=frozenset({hier.id}),
        )
    except Weigering as weigering:
        return toon_lijst(request, kantoor, weigering=weigering)
    return met_plek(request, reverse("ontvangst_lijst", args=[kantoor]))
