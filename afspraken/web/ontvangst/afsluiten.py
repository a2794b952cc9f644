"""Close the day: every open visit gets a decision, and nobody is forgotten."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from afspraken.actions.dag_afsluiten import dag_afsluiten
from afspraken.queries.afsluiting import Afsluiting, afsluiting
from afspraken.web.personeelsmenu import ONTVANGST, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol
from locaties.rules.weigering import Weigering

from .besluiten import Besluitformulier
from .slot import achter_slot


@met_rol(*ONTVANGST)
@achter_slot
@require_http_methods(["GET", "HEAD", "POST"])
def ontvangst_afsluiten(request: Personeelsverzoek, kantoor: str) -> HttpResponse:
    """Ask what happened to whoever is still here; doing it twice changes nothing."""
    stand = afsluiting(kantoor=kantoor, locatie_ids=request.locatie_ids, nu=request.nu)
    formulier = Besluitformulier(request.POST if request.method == "POST" else None, bezoeken=stand.bezoeken)
    if not formulier.is_valid():
        return _pagina(request, stand, formulier, status=422 if formulier.is_bound else 200)
    try:
        dag_afsluiten(
            locatie_id=stand.locatie_id,
            datum=stand.datum,
            besluiten=formulier.besluiten(),
            nu=request.nu,
            rol="host",
            gebruiker_id=request.user.pk,
        )
    except Weigering as weigering:
        return _pagina(request, stand, formulier, status=409, fout=_(weigering.melding))
    return redirect("ontvangst_afsluiten", kantoor=kantoor)


def _pagina(
    request: Personeelsverzoek, stand: Afsluiting, formulier: Besluitformulier, *, status: int, fout: str = ""
) -> HttpResponse:
    context = {"stand": stand, "formulier": formulier, "fout": fout, "plaats": stand.kantoor}
    return personeelspagina(request, "ontvangst/afsluiten.html", context, status=status)
