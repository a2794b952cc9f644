"""The draft of the call: its uuid in the session, everything else sealed in the database."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from afspraken.actions.aanvraag_bijwerken import aanvraag_bijwerken
from afspraken.queries.aanvraag import Aanvraagstand, lees_aanvraag
from afspraken.web.personeelsmenu import TELEFOON
from afspraken.web.toegang import Personeelsverzoek, met_rol

SLEUTEL = "telefoon_aanvraag"


@met_rol(*TELEFOON)
def telefoon_boeken_opnieuw(request: Personeelsverzoek) -> HttpResponse:
    """Start with an empty draft; what the last call held is let go."""
    if request.method == "POST":
        aanvraag_id = _id(request)
        request.session.pop(SLEUTEL, None)
        if aanvraag_id and lees_aanvraag(aanvraag_id=aanvraag_id).id:
            aanvraag_bijwerken(aanvraag_id=aanvraag_id, nu=request.nu, producten=(), behoeften=(), locatie="")
    return redirect("telefoon_boeken")


def stand_van(request: Personeelsverzoek) -> Aanvraagstand:
    """Return the draft of this call; empty when there is none."""
    return lees_aanvraag(aanvraag_id=_id(request))


def bewaar(request: Personeelsverzoek, **velden: Any) -> None:
    """Keep what was typed."""
    aanvraag_id = aanvraag_bijwerken(aanvraag_id=_id(request), nu=request.nu, **velden)
    request.session[SLEUTEL] = str(aanvraag_id)


def _id(request: Personeelsverzoek) -> UUID | None:
    waarde = request.session.get(SLEUTEL)
    return UUID(waarde) if waarde else None
