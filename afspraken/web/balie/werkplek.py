"""The workplace: who is here, who is next, and why."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from afspraken.queries.werkplek import Bezoekhier, Werkplekstand, werkplekstand
from afspraken.web.personeelsmenu import BALIE, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol
from locaties.rules.weigering import NietGevonden

from .teksten import BEGELEIDING, EXTRA_TIJD, niemand_aan_de_beurt


@met_rol(*BALIE)
@require_safe
def balie_werkplek(request: Personeelsverzoek) -> HttpResponse:
    """Show it; who sits nowhere chooses a balie first."""
    try:
        return toon_werkplek(request)
    except NietGevonden:
        if "HX-Request" in request.headers:
            return HttpResponse(status=204, headers={"HX-Redirect": reverse("balie")})
        return redirect("balie")


def toon_werkplek(request: Personeelsverzoek, *, fout: str = "", status: int = 200) -> HttpResponse:
    """Show the workplace of this user, with why something was refused. Raises ``NietGevonden``."""
    stand = stand_van(request)
    context = {
        "fout": fout,
        "extra_tijden": EXTRA_TIJD,
        "mag_roepen": stand.bezoek is None and stand.pauze_sinds is None,
        "niemand": niemand_aan_de_beurt(stand),
        "vroeg_volgende": "niemand" in request.GET,
        "klaar": _uuid(request.GET.get("klaar", "")),
        "gemist_nu": _gemist(stand, request.GET.get("gemist", "")),
    }
    return baliepagina(request, "balie/werkplek.html", stand, context, status=status)


def stand_van(request: Personeelsverzoek) -> Werkplekstand:
    """Return the workplace of this user. Raises ``NietGevonden``."""
    return werkplekstand(gebruiker_id=request.user.pk or 0, locatie_ids=request.locatie_ids, nu=request.nu)


def baliepagina(
    request: Personeelsverzoek,
    sjabloon: str,
    stand: Werkplekstand,
    context: dict[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    """Render a page of the counter: with the alarm, and what is said about the visitor in words."""
    woorden = {"stand": stand, "hier": stand.bezoek, **_woorden(stand.bezoek)}
    return personeelspagina(request, sjabloon, {**woorden, **context}, status=status)


def _woorden(hier: Bezoekhier | None) -> dict[str, Any]:
    if hier is None:
        return {}
    return {
        "begeleiding": BEGELEIDING.get(hier.begeleiding, ""),
        "langer": max(0, hier.bezig - hier.minuten),
    }


def _gemist(stand: Werkplekstand, bezoek_id: str) -> dict[str, Any] | None:
    """Who was just not here: waits on at the same place, or was missed."""
    for regel in stand.rij:
        if str(regel.bezoek_id) == bezoek_id and regel.gemist:
            return {"bezoek_id": bezoek_id, "nummer": regel.nummer, "keren": regel.gemist, "wacht": True}
    for gemist in stand.gemist:
        if str(gemist.bezoek_id) == bezoek_id:
            return {"bezoek_id": bezoek_id, "nummer": gemist.nummer, "keren": gemist.keren, "wacht": False}
    return None


def _uuid(tekst: str) -> UUID | None:
    try:
        return UUID(tekst)
    except ValueError:
        return None
