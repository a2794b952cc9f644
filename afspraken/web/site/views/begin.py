"""The first page, the language and the two pages of the footer."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe
from django.views.i18n import set_language

from afspraken.web.site.sessie import lees_stand, onthoud_taal, vergeet
from afspraken.web.site.stappen import naar_volgende


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Say what can be done here, and how else."""
    return render(request, "site/start.html", {"gaat_door": bool(lees_stand(request).gegevens.producten)})


@require_POST
def taal_kiezen(request: HttpRequest) -> HttpResponse:
    """Change the language of the pages and of the messages, and stay where we are."""
    onthoud_taal(request, request.POST.get("language", ""))
    antwoord: HttpResponse = set_language(request)
    return antwoord


@require_safe
def aanvraag_verder(request: HttpRequest) -> HttpResponse:
    """Go on where this visitor was."""
    return naar_volgende(request)


@require_POST
def aanvraag_opnieuw(request: HttpRequest) -> HttpResponse:
    """Forget the draft and begin again."""
    vergeet(request)
    return redirect("product_kiezen")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What we keep and for how long."""
    return render(request, "site/privacy.html")


@require_safe
def toegankelijkheid_verklaring(request: HttpRequest) -> HttpResponse:
    """How accessible these pages are and where to complain."""
    return render(request, "site/toegankelijkheid_verklaring.html")
