"""Cancel: first a question, then the deed."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from afspraken.actions.afspraak_annuleren import afspraak_annuleren

from .verzoek import Verzoek, afspraak_van, taal_van, te_wijzigen
from .weergave import wanneer


@require_http_methods(["GET", "HEAD", "POST"])
def mijn_afspraak_annuleren(request: Verzoek, link: str) -> HttpResponse:
    """Ask whether to cancel; only the button does it, and twice is once."""
    if afspraak_van(request, link).status == "geannuleerd":
        return redirect("mijn_afspraak", link=link)
    afspraak = te_wijzigen(request, link)
    if request.method == "POST":
        afspraak_annuleren(afspraak_id=afspraak.afspraak_id, nu=request.nu, rol="burger", door="burger")
        return redirect("mijn_afspraak", link=link)
    context = {"afspraak": afspraak, "link": link, "wanneer": wanneer(afspraak, taal_van(request))}
    return render(request, "mijn/afspraak_annuleren.html", context)
