"""The confirmation on paper."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from afspraken.queries.afdruk import afdruk
from afspraken.web.aanvraagsessie import net_gemaakt, terug_naar_begin, terug_tekst
from afspraken.web.personeelsmenu import BOEKEN, TELEFOON, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol


@met_rol(*BOEKEN)
@require_safe
def telefoon_brief(request: Personeelsverzoek) -> HttpResponse:
    """Show the letter of the appointment that was just made here, also to who may look up no other."""
    gemaakt = net_gemaakt(request)
    return _brief(request, gemaakt) if gemaakt else redirect("telefoon_boeken")


@met_rol(*TELEFOON)
@require_safe
def telefoon_afdrukken(request: Personeelsverzoek, afspraak_id: UUID) -> HttpResponse:
    """Show the letter of any appointment of the own office."""
    return _brief(request, afspraak_id)


def _brief(request: Personeelsverzoek, afspraak_id: UUID) -> HttpResponse:
    """As it comes out of the printer."""
    gevonden = afdruk(afspraak_id=afspraak_id, locatie_ids=request.locatie_ids, nu=request.nu)
    context = {
        "brief": gevonden.brief,
        "achternaam": gevonden.achternaam,
        "terug_naar": terug_naar_begin(request),
        "terug_tekst": terug_tekst(request),
    }
    return personeelspagina(request, "telefoon/afdrukken.html", context)
