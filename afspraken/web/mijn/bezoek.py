"""The live page of a visit: my number, how long it takes, how many before me, which counter. Only looks."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from afspraken.queries.mijn_afspraak import LinkWerktNiet
from afspraken.queries.mijn_beurtsms import mijn_beurtsms
from afspraken.queries.mijn_bezoek import MijnBezoek
from afspraken.queries.mijn_bezoek import mijn_bezoek as lees_bezoek
from afspraken.queries.verwachtingen import verwachting_van
from afspraken.web.getypt import met_getypt

from .formulieren import Beurtsmsformulier
from .verzoek import Verzoek, afspraak_van, taal_van
from .weergave import moment_in_woorden

WACHT = ("wachtend", "geparkeerd")


@require_safe
def mijn_bezoek(request: Verzoek, link: str) -> HttpResponse:
    """Show it; the page asks for itself again every 15 seconds where scripts run.

    Who has not checked in yet goes to the appointment; a dead link is a 404.
    """
    try:
        bezoek = lees_bezoek(link=link, nu=request.nu)
    except LinkWerktNiet:
        afspraak_van(request, link)
        return redirect("mijn_afspraak", link=link)
    return bezoekpagina(request, link, bezoek)


def bezoekpagina(
    request: Verzoek,
    link: str,
    bezoek: MijnBezoek,
    formulier: Beurtsmsformulier | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    """Show the visit; ``formulier``: what was typed and is wrong."""
    taal = taal_van(request)
    beurtsms = mijn_beurtsms(bezoek_id=bezoek.bezoek_id, link=link)
    context = {
        "bezoek": bezoek,
        "link": link,
        "begin": moment_in_woorden(bezoek.begin, bezoek.zone, taal).tijd if bezoek.begin else "",
        "uiterste": moment_in_woorden(bezoek.uiterste, bezoek.zone, taal).tijd if bezoek.uiterste else "",
        "beurtsms": beurtsms,
        "vraagt_sms": bezoek.status in WACHT and not (beurtsms.is_vol or beurtsms.naar),
        "formulier": formulier or met_getypt(request, Beurtsmsformulier(verplicht=not beurtsms.eigen)),
        "wacht": verwachting_van(bezoek.bezoek_id, nu=request.nu),
        "bijgewerkt": moment_in_woorden(request.nu, bezoek.zone, taal).tijd,
    }
    return render(request, "mijn/bezoek.html", context, status=status)
