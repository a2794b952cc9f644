"""Find the appointment of who calls or stands at the door."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from afspraken.queries.afspraken_zoeken import MEESTE, afspraken_zoeken
from afspraken.web.aanvraagsessie import vergeet_begin
from afspraken.web.gezocht import toon_gezocht, zoekformulier
from afspraken.web.personeelsmenu import TELEFOON, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol

from .formulieren import Zoekformulier


@met_rol(*TELEFOON)
@require_http_methods(["GET", "HEAD", "POST"])
def telefoon_zoeken(request: Personeelsverzoek) -> HttpResponse:
    """Show the search box, and what was found."""
    vergeet_begin(request)
    formulier = zoekformulier(request, Zoekformulier)
    context: dict[str, object] = {"formulier": formulier, "meeste": MEESTE}
    if not formulier.is_valid():
        status = 422 if formulier.is_bound else 200
        return personeelspagina(request, "telefoon/zoeken.html", context, status=status)
    tekst = formulier.cleaned_data["tekst"]
    if request.method == "POST":
        return toon_gezocht(request, tekst)
    context["gevonden"] = afspraken_zoeken(tekst=tekst, locatie_ids=request.locatie_ids, nu=request.nu)
    context["heeft_gezocht"] = True
    return personeelspagina(request, "telefoon/zoeken.html", context)
