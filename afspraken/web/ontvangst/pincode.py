"""The own code for the tablet: set, change, or do without. Behind a fresh proof of who it is."""

from __future__ import annotations

from allauth.account.decorators import reauthentication_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from afspraken.web.personeelsmenu import ONTVANGST, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol
from locaties.actions.pincode_weghalen import pincode_weghalen
from locaties.actions.pincode_zetten import pincode_zetten
from locaties.queries.pincode import pincodestand
from locaties.rules.weigering import Weigering

from .formulieren import NieuwePincodeformulier
from .slot import achter_slot


@met_rol(*ONTVANGST)
@achter_slot
@reauthentication_required  # type: ignore[untyped-decorator]
@require_http_methods(["GET", "HEAD", "POST"])
def ontvangst_pincode(request: Personeelsverzoek) -> HttpResponse:
    """Show whether there is one, and ask for a new one twice."""
    formulier = NieuwePincodeformulier(request.POST if request.method == "POST" else None)
    if not formulier.is_valid():
        return _pagina(request, formulier, status=422 if formulier.is_bound else 200)
    try:
        pincode_zetten(
            gebruiker_id=request.user.pk or 0, pincode=formulier.cleaned_data["pincode"], nu=request.nu
        )
    except Weigering as weigering:
        formulier.add_error("pincode", weigering.melding)
        return _pagina(request, formulier, status=422)
    return redirect("ontvangst_pincode")


@met_rol(*ONTVANGST)
@achter_slot
@reauthentication_required  # type: ignore[untyped-decorator]
@require_POST
def ontvangst_pincode_weghalen(request: Personeelsverzoek) -> HttpResponse:
    """Take it away."""
    pincode_weghalen(gebruiker_id=request.user.pk or 0, nu=request.nu)
    return redirect("ontvangst_pincode")


def _pagina(request: Personeelsverzoek, formulier: NieuwePincodeformulier, *, status: int) -> HttpResponse:
    context = {"formulier": formulier, "stand": pincodestand(gebruiker_id=request.user.pk or 0)}
    return personeelspagina(request, "ontvangst/pincode.html", context, status=status)
