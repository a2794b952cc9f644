"""The screen in the hall: who is called to which balie, how long the wait is, the clock of the office."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from afspraken.queries.oproepscherm import oproepscherm
from afspraken.queries.schermtoken import Schermtoegang, scherm_bij
from afspraken.queries.verwachtingen import wachttijd_per_soort

from .formulieren import Koppelformulier
from .koekje import geef_token, token_van
from .teksten import SOORTEN
from .verzoek import Verzoek


@require_safe
def scherm(request: Verzoek) -> HttpResponse:
    """Show it to a device that was paired; any other is asked for the code. It brings itself up to date."""
    token = token_van(request)
    toegang = scherm_bij(token=token)
    if toegang is None:
        return _niet_verbonden(request, was_verbonden=bool(token))
    response = render(request, "scherm/scherm.html", _stand(toegang, request.nu))
    return response if "HX-Request" in request.headers else geef_token(response, token)


def _niet_verbonden(request: Verzoek, *, was_verbonden: bool) -> HttpResponse:
    if "HX-Request" in request.headers:
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    context = {"formulier": Koppelformulier(), "was_verbonden": was_verbonden}
    return render(request, "scherm/koppelen.html", context, status=403 if was_verbonden else 200)


def _stand(toegang: Schermtoegang, nu: datetime) -> dict[str, object]:
    soorten = wachttijd_per_soort(toegang.locatie_id, nu=nu)
    return {
        "kantoor": toegang.kantoor,
        "tekst": toegang.tekst,
        "zone": toegang.zone,
        "nu_ms": round(nu.timestamp() * 1000),
        "plaatselijk": nu.astimezone(ZoneInfo(toegang.zone)),
        "oproepen": oproepscherm(locatie_id=toegang.locatie_id, zone=toegang.zone, nu=nu),
        "soorten": [(SOORTEN[soort.letter], soort) for soort in soorten],
    }
