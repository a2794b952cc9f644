"""Is help needed, and what can we arrange?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from afspraken.web.getypt import met_getypt
from afspraken.web.site.forms.behoeften import BehoeftenFormulier
from afspraken.web.site.forms.hulp import BEGELEIDINGSNAMEN, HulpFormulier
from afspraken.web.site.meldingen import melding_van
from afspraken.web.site.samenvatting import gekozen_regels
from afspraken.web.site.sessie import bewaar, taal_van
from afspraken.web.site.stappen import Stand, naar_volgende, stap
from toegankelijkheid.queries.behoeften import behoeftencatalogus

MEESTE_PRODUCTEN = 3


@require_http_methods(["GET", "HEAD", "POST"])
@stap("hulp_kiezen")
def hulp_kiezen(request: HttpRequest, stand: Stand) -> HttpResponse:
    """Yes or no; the list of needs only after yes."""
    formulier = _hulpformulier(request, stand)
    if request.method == "POST" and formulier.is_valid():
        return _bewaar_hulp(request, formulier)
    inhoud = {
        "formulier": formulier,
        "gekozen": list(zip(stand.gekozen, gekozen_regels(stand), strict=True)),
        "terug": "personen_kiezen" if stand.gekozen[0].max_personen > 1 else "product_kiezen",
        "kan_erbij": len(stand.gekozen) < MEESTE_PRODUCTEN,
        "melding": melding_van(request),
    }
    return render(request, "site/hulp_kiezen.html", inhoud, status=422 if formulier.is_bound else 200)


def _hulpformulier(request: HttpRequest, stand: Stand) -> HulpFormulier:
    gegevens = stand.gegevens
    bekend = {None: None, True: "ja", False: "nee"}[gegevens.hulp]
    begin = {"hulp": bekend, "begeleiding": gegevens.begeleiding, "spreektaal": gegevens.spreektaal}
    formulier = HulpFormulier(request.POST if request.method == "POST" else None, initial=begin)
    return met_getypt(request, formulier)


def _bewaar_hulp(request: HttpRequest, formulier: HulpFormulier) -> HttpResponse:
    velden = formulier.cleaned_data
    begeleiding = velden["begeleiding"] if velden["begeleiding"] in BEGELEIDINGSNAMEN else ""
    gewoon = {"begeleiding": begeleiding, "spreektaal": velden["spreektaal"]}
    if velden["hulp"] == "ja":
        bewaar(request, hulp=True, **gewoon)
        return redirect("behoeften_kiezen")
    bewaar(request, hulp=False, behoeften=(), toestemming=None, **gewoon)
    return naar_volgende(request)


@require_http_methods(["GET", "HEAD", "POST"])
@stap("behoeften_kiezen")
def behoeften_kiezen(request: HttpRequest, stand: Stand) -> HttpResponse:
    """Needs by group and consent; three buttons: keep, go on without keeping, nothing needed."""
    if request.method == "POST" and "niets" in request.POST:
        bewaar(request, hulp=False, behoeften=(), toestemming=None)
        return naar_volgende(request)
    formulier = _behoeftenformulier(request, stand)
    if request.method == "POST" and formulier.is_valid():
        return _bewaar_behoeften(request, formulier)
    inhoud = {"formulier": formulier, "melding": melding_van(request)}
    return render(request, "site/behoeften_kiezen.html", inhoud, status=422 if formulier.is_bound else 200)


def _behoeftenformulier(request: HttpRequest, stand: Stand) -> BehoeftenFormulier:
    gegevens = stand.gegevens
    begin = {
        "behoeften": list(gegevens.behoeften),
        "telefoon": gegevens.telefoon,
        "toestemming": bool(gegevens.toestemming),
    }
    formulier = BehoeftenFormulier(
        request.POST if request.method == "POST" else None,
        catalogus=behoeftencatalogus(taal=taal_van(request)),
        zonder_bewaren="zonder" in request.POST,
        initial=begin,
    )
    return met_getypt(request, formulier)


def _bewaar_behoeften(request: HttpRequest, formulier: BehoeftenFormulier) -> HttpResponse:
    """Without consent nothing of what was chosen is kept, also not in the draft."""
    velden = formulier.cleaned_data
    if formulier.zonder_bewaren:
        bewaar(request, hulp=True, behoeften=(), toestemming=False)
        return naar_volgende(request)
    telefoon = {"telefoon": velden["telefoon"]} if velden["telefoon"] else {}
    bewaar(request, hulp=True, behoeften=tuple(velden["behoeften"]), toestemming=True, **telefoon)
    return naar_volgende(request)
