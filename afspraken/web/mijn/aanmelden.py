"""I am here: check in with the own phone, on the day, in the hall."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from afspraken.actions.bezoeker_aanmelden import bezoeker_aanmelden
from afspraken.queries.mijn_afspraak import MijnAfspraak
from afspraken.rules.aankomst import AANMELDEN_VOORAF
from afspraken.web.getypt import met_getypt
from locaties.rules.weigering import Weigering

from .formulieren import Aanmeldformulier
from .verzoek import Verzoek, afspraak_van, taal_van
from .weergave import moment_in_woorden, wanneer


@require_http_methods(["GET", "HEAD", "POST"])
def mijn_aanmelden(request: Verzoek, link: str) -> HttpResponse:
    """Ask to say so; only the button does it, and twice is once."""
    afspraak = afspraak_van(request, link)
    if afspraak.status == "aangemeld":
        return redirect("mijn_bezoek", link=link)
    formulier = Aanmeldformulier(request.POST if request.method == "POST" else None)
    formulier = met_getypt(request, formulier)
    context = {"afspraak": afspraak, "link": link, "formulier": formulier}
    context |= {"wanneer": wanneer(afspraak, taal_van(request))}
    if not formulier.is_valid():
        status = 422 if formulier.is_bound else 200
        return render(request, "mijn/aanmelden.html", context, status=status)
    try:
        bezoeker_aanmelden(
            afspraak_id=afspraak.afspraak_id,
            locatie=formulier.cleaned_data["kantoor"],
            nu=request.nu,
            rol="burger",
        )
    except Weigering as weigering:
        return render(request, "mijn/aanmelden.html", context | {"weigering": weigering}, status=409)
    return redirect("mijn_bezoek", link=link)


def aanmelden_vanaf(afspraak: MijnAfspraak, nu: datetime, taal: str) -> str:
    """On the day itself: "9.30 uur" while it is too early, "nu" after that; "" on another day."""
    zone = ZoneInfo(afspraak.zone)
    if afspraak.status != "bevestigd" or afspraak.begin.astimezone(zone).date() != nu.astimezone(zone).date():
        return ""
    vanaf = afspraak.begin - AANMELDEN_VOORAF
    return "nu" if nu >= vanaf else moment_in_woorden(vanaf, afspraak.zone, taal).tijd
