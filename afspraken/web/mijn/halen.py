"""Come and fetch me: for who stands at the entrance and cannot come in alone. Nobody asks why."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from afspraken.actions.bezoeker_binnen_melden import bezoeker_binnen_melden
from afspraken.actions.bezoeker_halen_vragen import bezoeker_halen_vragen
from afspraken.queries.mijn_bezoek import mijn_bezoek as lees_bezoek
from locaties.rules.weigering import Weigering

from .verzoek import Verzoek, afspraak_van, taal_van
from .weergave import wanneer


@require_http_methods(["GET", "HEAD", "POST"])
def mijn_halen(request: Verzoek, link: str) -> HttpResponse:
    """Ask to confirm; only the button checks in and calls somebody to the entrance, and twice is once."""
    afspraak = afspraak_van(request, link)
    context = {"afspraak": afspraak, "link": link, "wanneer": wanneer(afspraak, taal_van(request))}
    if request.method != "POST":
        return render(request, "mijn/halen.html", context)
    try:
        bezoeker_halen_vragen(afspraak_id=afspraak.afspraak_id, nu=request.nu)
    except Weigering as weigering:
        return render(request, "mijn/halen.html", context | {"weigering": weigering}, status=409)
    return redirect("mijn_bezoek", link=link)


@require_POST
def mijn_binnen(request: Verzoek, link: str) -> HttpResponse:
    """Nobody needs to come any more; the place in the queue stays."""
    bezoek = lees_bezoek(link=link, nu=request.nu)
    bezoeker_binnen_melden(bezoek_id=bezoek.bezoek_id, nu=request.nu)
    return redirect("mijn_bezoek", link=link)
