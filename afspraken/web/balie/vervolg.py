"""Make the next appointment at once, with what we know of this visitor filled in already."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from afspraken.actions.vervolgaanvraag_maken import vervolgaanvraag_maken
from afspraken.web.aanvraagsessie import onthoud_aanvraag
from afspraken.web.personeelsmenu import BALIE
from afspraken.web.toegang import Personeelsverzoek, met_rol
from locaties.rules.weigering import NietGevonden, Weigering

from .formulieren import Bezoekknop
from .half import doet_eerst_iets_anders, onthoud_half
from .knop import plek_van, zit_nergens
from .werkplek import toon_werkplek


@met_rol(*BALIE)
@require_POST
def balie_vervolgafspraak(request: Personeelsverzoek) -> HttpResponse:
    """Open the booking pages; the draft stands in the database, nothing of it in the address."""
    plek, formulier = plek_van(request), Bezoekknop(request.POST)
    if plek.werkplek_id is None:
        return zit_nergens(request)
    if not formulier.is_valid():
        return toon_werkplek(request, fout=_("Deze knop kennen wij niet. Kijk wat er nu staat."), status=422)
    bezoek_id = formulier.cleaned_data["bezoek_id"]
    try:
        aanvraag = vervolgaanvraag_maken(werkplek_id=plek.werkplek_id, bezoek_id=bezoek_id, nu=request.nu)
    except NietGevonden:
        raise
    except Weigering as weigering:
        return toon_werkplek(request, fout=_(weigering.melding), status=409)
    if doet_eerst_iets_anders(request):
        onthoud_half(request, bezoek_id)
    onthoud_aanvraag(request, aanvraag, begonnen="balie")
    return redirect("telefoon_boeken")
