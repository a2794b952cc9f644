"""What was ticked at "Klaar" by who first does something else for this visitor, and comes back to it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest

from .formulieren import Afrondformulier

SLEUTEL = "balie_half"
KNOP = "eerst"  # the name of the buttons that only leave the page for a while


def doet_eerst_iets_anders(request: HttpRequest) -> bool:
    """Whether the button was one of those: what is not ticked yet is no mistake."""
    return KNOP in request.POST


def onthoud_half(request: HttpRequest, bezoek_id: UUID) -> None:
    """Keep what was ticked so far, of one visit at a time."""
    formulier = Afrondformulier(request.POST)
    formulier.is_valid()  # cleaned_data then holds what can be kept
    request.session[SLEUTEL] = {"bezoek": str(bezoek_id), **formulier.cleaned_data}


def half_van(request: HttpRequest, bezoek_id: UUID) -> dict[str, Any]:
    """Return it, empty for another visit."""
    half: dict[str, Any] = request.session.get(SLEUTEL, {})
    return half if half.get("bezoek") == str(bezoek_id) else {}


def vergeet_half(request: HttpRequest) -> None:
    """The visit is finished."""
    request.session.pop(SLEUTEL, None)
