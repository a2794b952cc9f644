"""The confirmation on paper."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse

from afspraken.queries.afdruk import afdruk
from afspraken.web.personeelsmenu import TELEFOON, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol


@met_rol(*TELEFOON)
def telefoon_afdrukken(request: Personeelsverzoek, afspraak_id: UUID) -> HttpResponse:
    """Show the letter as it comes out of the printer."""
    gevonden = afdruk(afspraak_id=afspraak_id, locatie_ids=request.locatie_ids, nu=request.nu)
    context = {"brief": gevonden.brief, "achternaam": gevonden.achternaam}
    return personeelspagina(request, "telefoon/afdrukken.html", context)
