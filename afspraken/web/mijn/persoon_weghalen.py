"""Take one person out of the appointment; the others still come."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from afspraken.actions.persoon_weghalen import persoon_weghalen

from .verzoek import Verzoek, taal_van, te_wijzigen
from .weergave import persoonsregels, wanneer


@require_http_methods(["GET", "HEAD", "POST"])
def mijn_persoon_weghalen(request: Verzoek, link: str, persoon: int) -> HttpResponse:
    """Ask whether this person does not come; only the button does it, and twice is once."""
    afspraak = te_wijzigen(request, link)
    if request.method == "POST":
        persoon_weghalen(afspraak_id=afspraak.afspraak_id, persoon=persoon, nu=request.nu, rol="burger")
        return redirect("mijn_afspraak_aangepast", link=link)
    wie = next((regel for regel in persoonsregels(afspraak) if regel.nummer == persoon), None)
    if wie is None:
        raise Http404
    context = {
        "afspraak": afspraak,
        "link": link,
        "wie": wie,
        "is_enige": len(afspraak.personen) == 1,
        "wanneer": wanneer(afspraak, taal_van(request)),
    }
    return render(request, "mijn/persoon_weghalen.html", context)
