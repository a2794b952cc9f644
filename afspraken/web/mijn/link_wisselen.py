"""Make the link dead, and send a new one to the contact's own address (never to the screen)."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from afspraken.actions.link_wisselen import link_wisselen

from .verzoek import Verzoek, afspraak_van


@require_http_methods(["GET", "HEAD", "POST"])
def mijn_link_wisselen(request: Verzoek, link: str) -> HttpResponse:
    """Ask whether to change the link; only the button does it."""
    afspraak = afspraak_van(request, link)
    context = {"afspraak": afspraak, "link": link}
    if request.method == "POST":
        link_wisselen(contact_id=afspraak.contact_id, nu=request.nu)
        return render(request, "mijn/link_gewisseld.html", context)
    return render(request, "mijn/link_wisselen.html", context)
