"""The whole queue of an office: who waits and why, which balies are open, who is apart, who asks for help."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from afspraken.actions.bezoeker_vertrokken import bezoeker_vertrokken
from afspraken.actions.niet_hier_terugdraaien import niet_hier_terugdraaien
from afspraken.actions.vertrokken_terugdraaien import vertrokken_terugdraaien
from afspraken.queries.wachtrij import wachtrij
from afspraken.web.personeelsmenu import ONTVANGST, personeelspagina
from afspraken.web.plek import met_plek
from afspraken.web.toegang import Personeelsverzoek, met_rol
from locaties.rules.weigering import NietGevonden, Weigering

from .formulieren import Bezoekformulier, Gemistformulier
from .kantoor import kantoor_van
from .slot import achter_slot, toont_merktekens


@met_rol(*ONTVANGST)
@achter_slot
@require_safe
def ontvangst_wachtrij(request: Personeelsverzoek, kantoor: str) -> HttpResponse:
    """Show it; it keeps itself up to date."""
    return toon_wachtrij(request, kantoor)


@met_rol(*ONTVANGST)
@achter_slot
@require_POST
def ontvangst_vertrokken(request: Personeelsverzoek, kantoor: str) -> HttpResponse:
    """The visitor went away; said by mistake, it can be undone."""
    formulier = Bezoekformulier(request.POST)
    return _doe(request, kantoor, formulier, bezoeker_vertrokken, daarna="?weg={bezoek}")


@met_rol(*ONTVANGST)
@achter_slot
@require_POST
def ontvangst_vertrokken_terugdraaien(request: Personeelsverzoek, kantoor: str) -> HttpResponse:
    """The visitor is still here."""
    return _doe(request, kantoor, Bezoekformulier(request.POST), vertrokken_terugdraaien)


@met_rol(*ONTVANGST)
@achter_slot
@require_POST
def ontvangst_niet_hier_terugdraaien(request: Personeelsverzoek, kantoor: str) -> HttpResponse:
    """The visitor was there after all: one miss less."""
    return _doe(request, kantoor, Gemistformulier(request.POST), niet_hier_terugdraaien)


def _doe(
    request: Personeelsverzoek,
    kantoor: str,
    formulier: forms.Form,
    daad: Callable[..., object],
    *,
    daarna: str = "",
) -> HttpResponse:
    """Do it for the visitor of this office that the form names, and show the queue again."""
    hier = kantoor_van(request, kantoor)
    if not formulier.is_valid():
        return redirect("ontvangst_wachtrij", kantoor=kantoor)
    gevuld = dict(formulier.cleaned_data)
    bezoek_id = gevuld.pop("bezoek")
    wie = {"rol": "host", "gebruiker_id": request.user.pk, "locatie_ids": frozenset({hier.id})}
    try:
        daad(bezoek_id=bezoek_id, nu=request.nu, **wie, **gevuld)
    except NietGevonden:
        raise
    except Weigering as weigering:
        return toon_wachtrij(request, kantoor, weigering=weigering)
    return met_plek(request, reverse("ontvangst_wachtrij", args=[kantoor]) + daarna.format(bezoek=bezoek_id))


def toon_wachtrij(
    request: Personeelsverzoek, kantoor: str, *, weigering: Weigering | None = None
) -> HttpResponse:
    """Show it, with why something was refused."""
    rij = wachtrij(kantoor=kantoor, locatie_ids=request.locatie_ids, nu=request.nu)
    context = {
        "rij": rij,
        "toont_merktekens": toont_merktekens(request),
        "weg": next((g for g in rij.vertrokken if str(g.bezoek_id) == request.GET.get("weg")), None),
        "fout": _(weigering.melding) if weigering else "",
        "plaats": rij.kantoor,
    }
    return personeelspagina(request, "ontvangst/wachtrij.html", context, status=409 if weigering else 200)
