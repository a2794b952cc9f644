"""Where a municipality asks for it: the code from the message makes the appointment sure."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from afspraken.actions.afspraak_bevestigen import afspraak_bevestigen
from afspraken.actions.toegangscode_controleren import CodeOnjuist, CodeVerlopen
from afspraken.actions.toegangscode_sturen import toegangscode_sturen
from afspraken.web.getypt import met_getypt

from .formulieren import CodeFormulier
from .verzoek import Verzoek, afspraak_van

DOEL = "bevestigen"


@require_http_methods(["GET", "HEAD", "POST"])
def mijn_afspraak_bevestigen(request: Verzoek, link: str) -> HttpResponse:
    """Take the code; a wrong one stays in the box with a sentence."""
    afspraak = afspraak_van(request, link)
    if afspraak.status != "voorlopig":
        return redirect("mijn_afspraak", link=link)
    formulier = CodeFormulier(request.POST if request.method == "POST" else None)
    formulier = met_getypt(request, formulier)
    if request.method == "POST" and formulier.is_valid():
        try:
            code = formulier.cleaned_data["code"]
            afspraak_bevestigen(
                afspraak_id=afspraak.afspraak_id, contact_id=afspraak.contact_id, code=code, nu=request.nu
            )
        except (CodeOnjuist, CodeVerlopen) as weigering:
            formulier.add_error("code", _(str(weigering.melding)))
        else:
            return redirect("mijn_afspraak_bevestigd", link=link)
    context = {"afspraak": afspraak, "link": link, "formulier": formulier}
    return render(request, "mijn/afspraak_bevestigen.html", context, status=422 if formulier.errors else 200)


@require_POST
def mijn_bevestigcode_sturen(request: Verzoek, link: str) -> HttpResponse:
    """Send another code to the contact's own channel."""
    afspraak = afspraak_van(request, link)
    toegangscode_sturen(contact_id=afspraak.contact_id, doel=DOEL, nu=request.nu)
    return redirect("mijn_afspraak_bevestigen", link=link)
