"""The list of the day: who comes, who is here."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from afspraken.queries.afsluiting import eerder_open_dag
from afspraken.queries.daglijst import Daglijst, Regel, daglijst
from afspraken.queries.haaltaken import haaltaken
from afspraken.queries.zonder_sms import zonder_sms
from afspraken.rules.daglijst import past
from afspraken.web.gezocht import toon_gezocht, zoekformulier
from afspraken.web.personeelsmenu import ONTVANGST, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol
from locaties.queries.kantoren import kantoren
from locaties.rules.weigering import Weigering

from .formulieren import Zoekformulier
from .kantoor import kantoor_van
from .slot import achter_slot, toont_merktekens


@met_rol(*ONTVANGST)
@require_safe
def ontvangst(request: Personeelsverzoek) -> HttpResponse:
    """Go to the list of the own office; who has several chooses."""
    keuzes = kantoren(locatie_ids=request.locatie_ids)
    if len(keuzes) == 1:
        return redirect("ontvangst_lijst", kantoor=keuzes[0].code)
    return personeelspagina(request, "ontvangst/kantoor.html", {"kantoren": keuzes})


@met_rol(*ONTVANGST)
@achter_slot
@require_http_methods(["GET", "HEAD", "POST"])
def ontvangst_lijst(request: Personeelsverzoek, kantoor: str) -> HttpResponse:
    """Show everybody of today, or who fits what was typed."""
    hier = kantoor_van(request, kantoor)
    formulier = zoekformulier(request, Zoekformulier)
    if request.method == "POST" and formulier.is_valid():
        return toon_gezocht(request, formulier.cleaned_data["tekst"])
    return toon_lijst(request, hier.code, formulier)


def toon_lijst(
    request: Personeelsverzoek,
    kantoor: str,
    formulier: Zoekformulier | None = None,
    *,
    weigering: Weigering | None = None,
) -> HttpResponse:
    """Show the list, with why something was refused (409), what to type (422) or what was just done."""
    lijst = daglijst(kantoor=kantoor, locatie_ids=request.locatie_ids, nu=request.nu)
    taken = haaltaken(locatie_id=lijst.locatie_id, nu=request.nu)
    formulier = formulier or Zoekformulier()
    gezocht = formulier.cleaned_data["tekst"] if formulier.is_valid() else ""
    context = {
        "lijst": lijst,
        "regels": _gevonden(lijst, gezocht) if gezocht else lijst.regels,
        "formulier": formulier,
        "gezocht": gezocht,
        "zoek": request.GET.get("zoek", "") if gezocht else "",
        "toont_merktekens": toont_merktekens(request),
        "taken": taken,
        "zonder_sms": zonder_sms(locatie_id=lijst.locatie_id, nu=request.nu),
        "te_halen": sum(not taak.is_gedaan for taak in taken),
        "net_hier": _net_hier(lijst, request.GET.get("hier", "")),
        "fout": weigering.melding if weigering else "",
        "nog_open": eerder_open_dag(locatie_id=lijst.locatie_id, plaatselijk=lijst.datum),
        "plaats": lijst.kantoor,
    }
    status = 409 if weigering else 422 if formulier.errors else 200
    return personeelspagina(request, "ontvangst/lijst.html", context, status=status)


def _gevonden(lijst: Daglijst, gezocht: str) -> list[Regel]:
    return [
        r
        for r in lijst.regels
        if past(gezocht, naam=r.naam, code=r.code, nummer=r.nummer, telefoon=r.telefoon, links=r.links)
    ]


def _net_hier(lijst: Daglijst, bezoek_id: str) -> Regel | None:
    return next((r for r in lijst.regels if bezoek_id and str(r.bezoek_id) == bezoek_id), None)
