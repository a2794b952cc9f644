"""The draft of this visitor: the session holds its uuid and nothing else."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from afspraken.actions.aanvraag_bijwerken import aanvraag_bijwerken
from afspraken.actions.aanvraag_opnieuw import aanvraag_opnieuw
from afspraken.queries.aanvraag import Aanvraagstand, lees_aanvraag

SLEUTEL = "aanvraag"


def aanvraag_id(request: HttpRequest) -> UUID | None:
    """Return the uuid in the session; None when there is none or when it is not a uuid."""
    try:
        return UUID(str(request.session[SLEUTEL]))
    except (KeyError, ValueError):
        return None


def lees_stand(request: HttpRequest) -> Aanvraagstand:
    """Return what this visitor has filled in so far."""
    return lees_aanvraag(aanvraag_id=aanvraag_id(request))


def bewaar(request: HttpRequest, **velden: Any) -> None:
    """Keep what was typed or chosen; makes the draft on the first answer, or when it was wiped."""
    bekend = lees_stand(request).id
    if bekend is None:
        velden = {"taal": taal_van(request), **velden}
    nieuw = aanvraag_bijwerken(aanvraag_id=bekend, nu=request.nu, **velden)  # type: ignore[attr-defined]
    if nieuw != bekend:
        request.session[SLEUTEL] = str(nieuw)


def onthoud_taal(request: HttpRequest, taal: str) -> None:
    """Let the messages follow the language of the pages; without a draft or such a language, nothing."""
    if taal in dict(settings.LANGUAGES) and lees_stand(request).id:
        bewaar(request, taal=taal)


def vergeet(request: HttpRequest) -> None:
    """Start anew: the draft and its held time are gone, the next answer makes a new one."""
    bekend = aanvraag_id(request)
    request.session.pop(SLEUTEL, None)
    if bekend:
        aanvraag_opnieuw(aanvraag_id=bekend, nu=request.nu)  # type: ignore[attr-defined]


def taal_van(request: HttpRequest) -> str:
    """Return the language of this page: nl or en."""
    return "en" if (get_language() or "").startswith("en") else "nl"
