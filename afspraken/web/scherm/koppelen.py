"""Pair this device: the code that staff read aloud or wrote down, typed once."""

from __future__ import annotations

import logging

from django.http import HttpResponse
from django.shortcuts import redirect, render

from afspraken.actions.scherm_koppelen import scherm_koppelen as koppel
from locaties.rules.weigering import Weigering

from .formulieren import Koppelformulier
from .koekje import geef_token
from .verzoek import Verzoek

logboek = logging.getLogger(__name__)


def scherm_koppelen(request: Verzoek) -> HttpResponse:
    """Take the code; from then on this device is the screen of an office."""
    if request.method != "POST":
        return redirect("scherm")
    formulier = Koppelformulier(request.POST)
    if not formulier.is_valid():
        return _vraag_code(request, formulier, status=422)
    try:
        gekoppeld = koppel(
            code=formulier.cleaned_data["code"],
            afzender_ip=request.META.get("REMOTE_ADDR", ""),
            nu=request.nu,
        )
    except Weigering as weigering:
        return _vraag_code(request, formulier, fout=str(weigering.melding), status=409)
    logboek.info("scherm %s gekoppeld", gekoppeld.scherm_id)
    return geef_token(redirect("scherm"), gekoppeld.token)


def _vraag_code(request: Verzoek, formulier: Koppelformulier, *, status: int, fout: str = "") -> HttpResponse:
    return render(request, "scherm/koppelen.html", {"formulier": formulier, "fout": fout}, status=status)
