"""An appointment for who stands at the entrance: this office filled in, and back to the list after it."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from afspraken.actions.aanvraag_bijwerken import aanvraag_bijwerken
from afspraken.queries.inloopproducten import Inloopproduct
from afspraken.rules.inloopkans import Inloopkans
from afspraken.web.aanvraagsessie import onthoud_aanvraag
from afspraken.web.personeelsmenu import ONTVANGST, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol
from locaties.queries.kantoren import Kantoor

from .formulieren import Boekformulier
from .kantoor import kantoor_van
from .slot import achter_slot


@met_rol(*ONTVANGST)
@achter_slot
@require_POST
def ontvangst_boeken(request: Personeelsverzoek, kantoor: str) -> HttpResponse:
    """Begin a draft of this office, and go on where the phone agent books."""
    hier = kantoor_van(request, kantoor)
    formulier = Boekformulier(request.POST)
    product = formulier.cleaned_data["product"] if formulier.is_valid() else ""
    onthoud_aanvraag(
        request,
        aanvraag_bijwerken(aanvraag_id=None, nu=request.nu, locatie=hier.code),
        begonnen="ontvangst",
    )
    if not product:
        return redirect("telefoon_boeken")
    return redirect(f"{reverse('telefoon_product')}?{urlencode({'product': product})}")


def vandaag_niet(
    request: Personeelsverzoek, kantoor: Kantoor, product: Inloopproduct, kans: Inloopkans
) -> HttpResponse:
    """Offer an appointment first; the number is still there for who wants to try."""
    context = {"kantoor": kantoor, "product": product, "kans": str(kans), "plaats": kantoor.naam}
    return personeelspagina(request, "ontvangst/vandaag_niet.html", context)
