"""Nobody can help here today: say why, so that we can do better."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from afspraken.actions.bezoeker_wegsturen import bezoeker_wegsturen
from afspraken.queries.bon import bon
from afspraken.web.personeelsmenu import ONTVANGST, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol
from locaties.rules.weigering import Weigering

from .formulieren import Wegstuurformulier
from .kantoor import kantoor_van
from .lijst import toon_lijst
from .slot import achter_slot


@met_rol(*ONTVANGST)
@achter_slot
@require_http_methods(["GET", "HEAD", "POST"])
def ontvangst_wegsturen(request: Personeelsverzoek, kantoor: str, bezoek_id: UUID) -> HttpResponse:
    """Ask why, then end the visit."""
    hier = kantoor_van(request, kantoor)
    kaart = bon(bezoek_id=bezoek_id, locatie_id=hier.id)
    formulier = Wegstuurformulier(request.POST if request.method == "POST" else None)
    if not formulier.is_valid():
        context = {"kantoor": hier, "bon": kaart, "formulier": formulier, "plaats": hier.naam}
        status = 422 if formulier.is_bound else 200
        return personeelspagina(request, "ontvangst/wegsturen.html", context, status=status)
    try:
        bezoeker_wegsturen(
            bezoek_id=bezoek_id,
            reden=formulier.cleaned_data["reden"],
            nu=request.nu,
            rol="host",
            gebruiker_id=request.user.pk,
        )
    except Weigering as weigering:
        return toon_lijst(request, kantoor, weigering=weigering)
    return redirect("ontvangst_lijst", kantoor=kantoor)
