"""An SMS when it is my turn: ask for it in the hall, or stop it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from afspraken.actions.beurtsms_stoppen import beurtsms_stoppen
from afspraken.actions.beurtsms_vragen import beurtsms_vragen
from afspraken.queries.mijn_beurtsms import mijn_beurtsms
from afspraken.queries.mijn_bezoek import mijn_bezoek as lees_bezoek
from locaties.rules.weigering import Weigering

from .bezoek import bezoekpagina
from .formulieren import Beurtsmsformulier
from .verzoek import Verzoek


@require_http_methods(["GET", "HEAD", "POST"])
def mijn_beurtsms_vragen(request: Verzoek, link: str) -> HttpResponse:
    """Ask; what is wrong is said on the page of the number, and what was typed stays."""
    if request.method != "POST":
        return redirect("mijn_bezoek", link=link)
    bezoek = lees_bezoek(link=link, nu=request.nu)
    eigen = mijn_beurtsms(bezoek_id=bezoek.bezoek_id, link=link).eigen
    formulier = Beurtsmsformulier(request.POST, verplicht=not eigen)
    if not formulier.is_valid():
        return bezoekpagina(request, link, bezoek, formulier, status=422)
    telefoon = formulier.cleaned_data["telefoon"]
    try:
        beurtsms_vragen(bezoek_id=bezoek.bezoek_id, telefoon=telefoon, link=link, nu=request.nu, rol="burger")
    except Weigering as weigering:
        formulier.add_error(None, _(weigering.melding))  # about no answer: the number can be read
        return bezoekpagina(request, link, bezoek, formulier, status=409)
    return redirect("mijn_bezoek", link=link)


@require_http_methods(["GET", "HEAD", "POST"])
def mijn_beurtsms_stoppen(request: Verzoek, link: str) -> HttpResponse:
    """Stop it; twice is once."""
    if request.method == "POST":
        bezoek = lees_bezoek(link=link, nu=request.nu)
        beurtsms_stoppen(bezoek_id=bezoek.bezoek_id, nu=request.nu, rol="burger")
    return redirect("mijn_bezoek", link=link)
