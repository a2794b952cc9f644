"""Before leaving home: is the office open, is it busy, and how long is the wait for who walks in now?"""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from afspraken.queries import drukte as vraag
from afspraken.queries.drukte import Kantoordrukte
from afspraken.rules.berichtdatum import tijd, volle_datum
from locaties.rules.weigering import NietGevonden

DERTIG_SECONDEN = "public, max-age=30"  # nothing on it is of anybody


@require_safe
def alle_drukte(request: HttpRequest) -> HttpResponse:
    """Show every office."""
    nu = request.nu  # type: ignore[attr-defined]
    kantoren = [_in_woorden(kantoor, nu) for kantoor in vraag.alle_drukte(nu=nu)]
    return render(request, "site/alle_drukte.html", {"kantoren": kantoren})


@require_safe
def drukte(request: HttpRequest, kantoor: str) -> HttpResponse:
    """Show one office; an unknown one is a 404."""
    nu = request.nu  # type: ignore[attr-defined]
    dit = _in_woorden(vraag.drukte_van(kantoor=kantoor, nu=nu), nu)
    return render(request, "site/drukte.html", {"kantoor": dit})


@require_safe
def drukte_json(request: HttpRequest, kantoor: str) -> HttpResponse:
    """Give the same to other sites, as JSON; 404 is problem+json."""
    try:
        stand = vraag.drukte_van(kantoor=kantoor, nu=request.nu)  # type: ignore[attr-defined]
    except NietGevonden as fout:
        probleem = {"type": "about:blank", "title": "Not Found", "status": 404, "detail": fout.melding}
        return JsonResponse(probleem, status=404, content_type="application/problem+json")
    antwoord = JsonResponse(_als_json(stand))
    antwoord["Cache-Control"] = DERTIG_SECONDEN
    return antwoord


def _als_json(stand: Kantoordrukte) -> dict[str, object]:
    van, tot = stand.minuten or (None, None)
    return {
        "kantoor": stand.code,
        "naam": stand.naam,
        "deur": stand.deur,
        "sluitOm": _iso(stand.sluit),
        "opentOm": _iso(stand.opent),
        "verwachting": stand.soort,
        "drukte": stand.drukte,
        "wachtVanMinuten": van,
        "wachtTotMinuten": tot,
        "wachtMiddenSeconden": stand.midden_seconden,
        "bijgewerktOp": _iso(stand.bijgewerkt),
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat().replace("+00:00", "Z") if moment else None


def _in_woorden(stand: Kantoordrukte, nu: datetime) -> dict[str, object]:
    """Add the moments as people say them; ``opent_dag`` only when it is another day."""
    zone, taal = ZoneInfo(stand.zone), "en" if get_language() == "en" else "nl"

    def klok(moment: datetime | None) -> str:
        return tijd(moment.astimezone(zone), taal) if moment else ""

    opent = stand.opent.astimezone(zone) if stand.opent else None
    anders = opent is not None and opent.date() != nu.astimezone(zone).date()
    return {
        "stand": stand,
        "sluit": klok(stand.sluit),
        "opent": klok(stand.opent),
        "opent_dag": volle_datum(opent, taal) if opent and anders else "",
        "bijgewerkt": klok(stand.bijgewerkt),
    }
