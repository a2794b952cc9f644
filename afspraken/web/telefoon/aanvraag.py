"""The draft of the call: its uuid in the session, everything else sealed in the database."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from afspraken.actions.aanvraag_bijwerken import aanvraag_bijwerken
from afspraken.queries.aanvraag import Aanvraagstand, lees_aanvraag
from afspraken.web.aanvraagsessie import lopende_aanvraag, onthoud_aanvraag, vergeet_aanvraag
from afspraken.web.personeelsmenu import BOEKEN
from afspraken.web.toegang import Personeelsverzoek, met_rol


@met_rol(*BOEKEN)
def telefoon_boeken_opnieuw(request: Personeelsverzoek) -> HttpResponse:
    """Start with an empty draft; what the last call held is let go."""
    if request.method == "POST":
        aanvraag_id = lopende_aanvraag(request)
        vergeet_aanvraag(request)
        if aanvraag_id and lees_aanvraag(aanvraag_id=aanvraag_id).id:
            aanvraag_bijwerken(aanvraag_id=aanvraag_id, nu=request.nu, producten=(), behoeften=(), locatie="")
    return redirect("telefoon_boeken")


def stand_van(request: Personeelsverzoek) -> Aanvraagstand:
    """Return the draft of this call; empty when there is none."""
    return lees_aanvraag(aanvraag_id=lopende_aanvraag(request))


def bewaar(request: Personeelsverzoek, **velden: Any) -> None:
    """Keep what was typed."""
    aanvraag_id = aanvraag_bijwerken(aanvraag_id=lopende_aanvraag(request), nu=request.nu, **velden)
    onthoud_aanvraag(request, aanvraag_id)
