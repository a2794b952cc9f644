"""The draft that a member of staff is filling in: only its uuid, and where it began, stand in the session.

So does the uuid of the appointment that was made of it: who may see no other appointment, prints that one.
"""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

SLEUTEL, BEGONNEN, GEMAAKT = "telefoon_aanvraag", "telefoon_begonnen", "telefoon_gemaakt"


def onthoud_aanvraag(request: HttpRequest, aanvraag_id: UUID, *, begonnen: str = "") -> None:
    """Go on with this draft; ``begonnen``: URL name of the page to which to go back after it."""
    request.session[SLEUTEL] = str(aanvraag_id)
    if begonnen:
        request.session[BEGONNEN] = begonnen


def lopende_aanvraag(request: HttpRequest) -> UUID | None:
    """Return the draft of this session, if there is one."""
    waarde = request.session.get(SLEUTEL)
    return UUID(waarde) if waarde else None


def vergeet_aanvraag(request: HttpRequest) -> None:
    """Begin anew, and not where the former one began."""
    request.session.pop(SLEUTEL, None)
    vergeet_begin(request)


def vergeet_begin(request: HttpRequest) -> None:
    """Whoever opens a page of the phone agent works from there, and does not go back to the list or balie."""
    request.session.pop(BEGONNEN, None)


def onthoud_gemaakt(request: HttpRequest, afspraak_id: UUID) -> None:
    """This session made this appointment."""
    request.session[GEMAAKT] = str(afspraak_id)


def net_gemaakt(request: HttpRequest) -> UUID | None:
    """Return the appointment that this session made last, if there is one."""
    waarde = request.session.get(GEMAAKT)
    return UUID(waarde) if waarde else None


def terug_naar_begin(request: HttpRequest) -> str:
    """Return the address of the page where this draft began, "" for the pages of the phone agent."""
    begonnen = request.session.get(BEGONNEN)
    return reverse(begonnen) if begonnen else ""


def terug_tekst(request: HttpRequest) -> str:
    """Return what the link to that page says."""
    is_ontvangst = request.session.get(BEGONNEN) == "ontvangst"
    return _("Terug naar de lijst") if is_ontvangst else _("Terug naar de balie")
