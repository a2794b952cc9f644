"""Ask for a fresh code and fill it in, before needs are shown."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from afspraken.actions.toegangscode_controleren import CodeOnjuist, CodeVerlopen, toegangscode_controleren
from afspraken.actions.toegangscode_sturen import toegangscode_sturen
from afspraken.web.getypt import met_getypt

from .formulieren import CodeFormulier
from .verse_code import onthoud_code
from .verzoek import Verzoek, afspraak_van

DOEL = "behoeften"


@require_POST
def mijn_code_sturen(request: Verzoek, link: str) -> HttpResponse:
    """Send a code to the contact's own channel."""
    afspraak = afspraak_van(request, link)
    toegangscode_sturen(contact_id=afspraak.contact_id, doel=DOEL, nu=request.nu)
    return redirect("mijn_code", link=link)


@require_http_methods(["GET", "HEAD", "POST"])
def mijn_code(request: Verzoek, link: str) -> HttpResponse:
    """Take the code; a wrong one stays in the box with a sentence."""
    afspraak = afspraak_van(request, link)
    formulier = CodeFormulier(request.POST if request.method == "POST" else None)
    formulier = met_getypt(request, formulier)
    context = {"afspraak": afspraak, "link": link, "formulier": formulier}
    if request.method == "POST" and formulier.is_valid():
        try:
            code = formulier.cleaned_data["code"]
            toegangscode_controleren(contact_id=afspraak.contact_id, doel=DOEL, code=code, nu=request.nu)
        except (CodeOnjuist, CodeVerlopen) as weigering:
            formulier.add_error("code", _(str(weigering.melding)))
        else:
            onthoud_code(request, afspraak.contact_id)
            return redirect("mijn_behoeften", link=link)
    return render(request, "mijn/code.html", context, status=422 if formulier.errors else 200)
