"""Find the appointment of who calls or stands at the door."""

from __future__ import annotations

from django.http import HttpResponse

from afspraken.queries.afspraken_zoeken import MEESTE, afspraken_zoeken
from afspraken.web.personeelsmenu import TELEFOON, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol

from .formulieren import Zoekformulier


@met_rol(*TELEFOON)
def telefoon_zoeken(request: Personeelsverzoek) -> HttpResponse:
    """Show the search box, and what was found."""
    formulier = Zoekformulier(request.GET if "tekst" in request.GET else None)
    context: dict[str, object] = {"formulier": formulier, "meeste": MEESTE}
    if formulier.is_valid():
        tekst = formulier.cleaned_data["tekst"]
        context["gevonden"] = afspraken_zoeken(tekst=tekst, locatie_ids=request.locatie_ids, nu=request.nu)
        context["heeft_gezocht"] = True
    return personeelspagina(request, "telefoon/zoeken.html", context)
