"""Who are you and where may we send a message? With the time that is kept."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from afspraken.actions.afspraak_verlengen import NietVastgehouden, TeVaakVerlengd, afspraak_verlengen
from afspraken.web.getypt import met_getypt
from afspraken.web.site.forms.gegevens import KANAALNAMEN, GegevensFormulier
from afspraken.web.site.meldingen import MELDINGEN, Melding, melding_van
from afspraken.web.site.sessie import bewaar
from afspraken.web.site.stappen import Stand, naar_volgende, stap
from afspraken.web.velden import zonder_nul

BIJNA = timedelta(minutes=5)
LENGTES = {"achternaam": 80, "telefoon": 100, "email": 254}


@require_http_methods(["GET", "HEAD", "POST"])
@stap("gegevens_invullen")
def gegevens_invullen(request: HttpRequest, stand: Stand) -> HttpResponse:
    """Ask for the least we need."""
    formulier = _formulier(request, stand)
    if request.method == "POST" and formulier.is_valid():
        bewaar(request, **formulier.cleaned_data)
        return naar_volgende(request)
    houdtijd = houdtijd_van(request, stand)
    inhoud = {"formulier": formulier, **houdtijd, "melding": melding_van(request) or _verlopen(houdtijd)}
    return render(request, "site/gegevens_invullen.html", inhoud, status=422 if formulier.is_bound else 200)


def _formulier(request: HttpRequest, stand: Stand) -> GegevensFormulier:
    gegevens = stand.gegevens
    begin = {naam: getattr(gegevens, naam) for naam in (*LENGTES, "kanaal", "taal")}
    formulier = GegevensFormulier(request.POST if request.method == "POST" else None, initial=begin)
    return met_getypt(request, formulier, behalve=("taal",))  # the messages follow the page


def houdtijd_van(request: HttpRequest, stand: Stand) -> dict[str, Any]:
    """Return how long the time is still kept."""
    nu = request.nu  # type: ignore[attr-defined]
    tot = stand.aanvraag.vastgehouden_tot
    if tot is None or tot <= nu or stand.aanvraag.is_verlopen:
        return {"tot": None}
    return {
        "tot": tot,
        "bijna": tot - nu <= BIJNA,
        "nog_verlengbaar": stand.aanvraag.verlengd < settings.VASTHOUDEN_VERLENGEN_MAX,
    }


def _verlopen(houdtijd: dict[str, Any]) -> Melding | None:
    return MELDINGEN["verlopen"] if houdtijd["tot"] is None else None


@require_http_methods(["GET", "HEAD", "POST"])
@stap("gegevens_invullen")
def moment_verlengen(request: HttpRequest, stand: Stand) -> HttpResponse:
    """Keep the time longer, and what was typed so far too; then back to the same page."""
    terug = "afspraak_controleren" if "controleren" in request.POST else "gegevens_invullen"
    if request.method != "POST" or stand.aanvraag.id is None:
        return redirect(terug)
    getypt = _getypt(request)
    if getypt:
        bewaar(request, **getypt)
    try:
        afspraak_verlengen(aanvraag_id=stand.aanvraag.id, nu=request.nu)  # type: ignore[attr-defined]
    except NietVastgehouden:
        return redirect(f"{reverse(terug)}?melding=verlopen")
    except TeVaakVerlengd:
        return redirect(f"{reverse(terug)}?melding=te_vaak")
    return redirect(f"{reverse(terug)}?melding=verlengd")


def _getypt(request: HttpRequest) -> dict[str, str]:
    """Return the fields as they stand, right or wrong: the form checks them when it is sent."""
    velden = {
        naam: zonder_nul(request.POST[naam])[:lengte]
        for naam, lengte in LENGTES.items()
        if naam in request.POST
    }
    if request.POST.get("kanaal") in KANAALNAMEN:
        velden["kanaal"] = request.POST["kanaal"]
    if request.POST.get("taal") in dict(settings.LANGUAGES):
        velden["taal"] = request.POST["taal"]
    return velden
