"""Sit down at a balie, take a pause, and go."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from afspraken.actions.werkplek_hervatten import werkplek_hervatten
from afspraken.actions.werkplek_openen import werkplek_openen
from afspraken.actions.werkplek_pauzeren import werkplek_pauzeren
from afspraken.actions.werkplek_sluiten import werkplek_sluiten
from afspraken.queries.baliekeuze import baliekeuze
from afspraken.web.personeelsmenu import BALIE, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol
from locaties.queries.kantoren import kantoren
from locaties.rules.weigering import NietGevonden, Weigering

from .formulieren import Balieknop, Plekknop
from .knop import druk_hier, naar_werkplek, plek_van, zonder_wie


@met_rol(*BALIE)
@require_safe
def balie(request: Personeelsverzoek) -> HttpResponse:
    """Go to the own workplace, or choose where to sit down; who has several offices chooses one first."""
    plek = plek_van(request)
    if plek.medewerker_id is None:
        return personeelspagina(request, "balie/geen_medewerker.html")
    if plek.werkplek_id is not None:
        return redirect("balie_werkplek")
    keuzes = kantoren(locatie_ids=request.locatie_ids)
    if len(keuzes) == 1:
        return redirect("balie_kiezen", kantoor=keuzes[0].code)
    return personeelspagina(request, "balie/kantoor.html", {"kantoren": keuzes})


@met_rol(*BALIE)
@require_safe
def balie_kiezen(request: Personeelsverzoek, kantoor: str) -> HttpResponse:
    """Show which balies are free, and who sits at the others."""
    return _toon_keuze(request, kantoor)


@met_rol(*BALIE)
@require_POST
def balie_openen(request: Personeelsverzoek, kantoor: str) -> HttpResponse:
    """Sit down; a colleague may have been first."""
    plek, formulier = plek_van(request), Balieknop(request.POST)
    keuze = baliekeuze(kantoor=kantoor, locatie_ids=request.locatie_ids, nu=request.nu)
    if plek.medewerker_id is None or not formulier.is_valid():
        return redirect("balie")
    balie_id = formulier.cleaned_data["balie"]
    if balie_id not in {keus.balie_id for keus in keuze.balies}:
        raise NietGevonden("Wij kennen deze balie niet.")
    try:
        werkplek_openen(medewerker_id=plek.medewerker_id, balie_id=balie_id, nu=request.nu)
    except Weigering as weigering:
        return _toon_keuze(request, kantoor, fout=_(weigering.melding), status=409)
    return naar_werkplek(request)


@met_rol(*BALIE)
@require_POST
def balie_sluiten(request: Personeelsverzoek) -> HttpResponse:
    """Leave the balie; who was called keeps the place."""
    return druk_hier(request, werkplek_sluiten, Plekknop)


@met_rol(*BALIE)
@require_POST
def balie_pauzeren(request: Personeelsverzoek) -> HttpResponse:
    """Take a pause: nobody is called here."""
    return druk_hier(request, werkplek_pauzeren, Plekknop)


@met_rol(*BALIE)
@require_POST
def balie_hervatten(request: Personeelsverzoek) -> HttpResponse:
    """Go on after the pause."""
    return druk_hier(request, zonder_wie(werkplek_hervatten), Plekknop)


def _toon_keuze(
    request: Personeelsverzoek, kantoor: str, *, fout: str = "", status: int = 200
) -> HttpResponse:
    keuze = baliekeuze(kantoor=kantoor, locatie_ids=request.locatie_ids, nu=request.nu)
    context = {"keuze": keuze, "fout": fout, "plaats": keuze.kantoor, "zit": plek_van(request).werkplek_id}
    return personeelspagina(request, "balie/kiezen.html", context, status=status)
