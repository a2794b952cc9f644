"""The number, large, and on the printer of 80 mm."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from afspraken.kanalen.qr import qr_data_url
from afspraken.queries.bon import bon
from afspraken.web.personeelsmenu import ONTVANGST, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol

from .kantoor import kantoor_van
from .slot import achter_slot


@met_rol(*ONTVANGST)
@achter_slot
@require_safe
def ontvangst_bon(request: Personeelsverzoek, kantoor: str, bezoek_id: UUID) -> HttpResponse:
    """Show the ticket; nothing on it says who or why."""
    hier = kantoor_van(request, kantoor)
    kaart = bon(bezoek_id=bezoek_id, locatie_id=hier.id)
    context = {"bon": kaart, "kantoor": hier, "plaats": hier.naam, "qr": _qr(kaart.link)}
    return personeelspagina(request, "ontvangst/bon.html", context)


def _qr(link: str) -> str:
    """The live page of who has no appointment."""
    return qr_data_url(settings.SITE_ADRES.rstrip("/") + reverse("mijn_bezoek", args=[link])) if link else ""
