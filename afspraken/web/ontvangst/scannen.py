"""Read the QR code of a confirmation with the camera, or type the code; only here the camera may be used."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from afspraken.web.middleware import MET_CAMERA
from afspraken.web.personeelsmenu import ONTVANGST, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol

from .formulieren import Scanformulier
from .kantoor import kantoor_van
from .slot import achter_slot


@met_rol(*ONTVANGST)
@achter_slot
@require_safe
def ontvangst_scannen(request: Personeelsverzoek, kantoor: str) -> HttpResponse:
    """Show what the camera sees; what it reads goes the way of the button."""
    hier = kantoor_van(request, kantoor)
    context = {"kantoor": hier, "formulier": Scanformulier(), "plaats": hier.naam}
    response = personeelspagina(request, "ontvangst/scannen.html", context)
    response["Permissions-Policy"] = MET_CAMERA
    return response
