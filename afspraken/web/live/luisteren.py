"""Who may listen to which office: staff, a paired screen, a visitor. Only looks."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from afspraken.queries.bezoeklocatie import bezoeklocatie
from afspraken.queries.eigen_kantoor import eigen_kantoor
from afspraken.queries.schermtoken import scherm_bij
from afspraken.web.personeelsmenu import ALLE_ROLLEN
from afspraken.web.toegang import Personeelsverzoek, met_rol

KORT = 15.0  # a withdrawn screen, an ended role and who logged out are gone within half a minute
LANG = 300.0  # visitors are many, and a link that has ended still hears no more than a number


class Verzoek(HttpRequest):
    """A request that knows what time it is."""

    nu: datetime


class MagLuisteren(HttpResponse):
    """Yes, to this office, for so many seconds; after that ask again.

    ``wie`` is one listener in however many windows. By itself an empty answer that says that there is no
    stream here; ``stromen`` makes it one.
    """

    def __init__(self, locatie_id: int, wie: str, *, seconden: float) -> None:
        """Remember whose queue it is."""
        super().__init__(status=204)
        self.locatie_id = locatie_id
        self.wie = wie
        self.seconden = seconden


@require_safe
@met_rol(*ALLE_ROLLEN)
def live_kantoor(request: Personeelsverzoek, kantoor: str) -> HttpResponse:
    """Let in who has any role at this office. Raises ``NietGevonden``."""
    locatie = eigen_kantoor(kantoor=kantoor, locatie_ids=request.locatie_ids)
    return MagLuisteren(locatie.pk, f"gebruiker {request.user.pk}", seconden=KORT)


@require_safe
def live_scherm(request: HttpRequest) -> HttpResponse:
    """Let in a screen that is paired and not withdrawn."""
    toegang = scherm_bij(token=request.COOKIES.get(settings.SCHERM_COOKIE_NAME, ""))
    if toegang is None:
        return HttpResponse(status=403)
    return MagLuisteren(toegang.locatie_id, f"scherm {toegang.scherm_id}", seconden=KORT)


@require_safe
def live_bezoek(request: Verzoek, link: str) -> HttpResponse:
    """Let in the visitor behind the link of an appointment or of a ticket. Raises ``LinkWerktNiet``."""
    return MagLuisteren(bezoeklocatie(link=link, nu=request.nu), f"bezoek {link}", seconden=LANG)
