"""Paper for when the power or the network is gone: the list of the day, and numbers to hand out."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from afspraken.queries.daglijst import daglijst
from afspraken.rules.reservenummers import RESERVE
from afspraken.web.personeelsmenu import ONTVANGST, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol

from .kantoor import kantoor_van
from .slot import achter_slot


@met_rol(*ONTVANGST)
@achter_slot
@require_safe
def ontvangst_daglijst(request: Personeelsverzoek, kantoor: str) -> HttpResponse:
    """Show everybody who is still expected or here, by time, to print."""
    lijst = daglijst(kantoor=kantoor, locatie_ids=request.locatie_ids, nu=request.nu)
    context = {"lijst": lijst, "regels": sorted(lijst.regels, key=lambda regel: regel.op)}
    return personeelspagina(request, "ontvangst/daglijst.html", {**context, "plaats": lijst.kantoor})


@met_rol(*ONTVANGST)
@achter_slot
@require_safe
def ontvangst_reservenummers(request: Personeelsverzoek, kantoor: str) -> HttpResponse:
    """Show numbers that the system itself never gives, to cut out."""
    hier = kantoor_van(request, kantoor)
    context = {"kantoor": hier, "plaats": hier.naam, "nummers": [f"B {nummer}" for nummer in RESERVE]}
    return personeelspagina(request, "ontvangst/reservenummers.html", context)
