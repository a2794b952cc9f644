"""Check the answers, then make the appointment."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from afspraken.actions.afspraak_maken import afspraak_maken as maak_afspraak
from afspraken.actions.stappen.weigeringen import TijdBezet, TijdNietMogelijk
from afspraken.queries.gemaakte_afspraak import gemaakte_link
from afspraken.web.site.formulieruuid import formulier_van
from afspraken.web.site.meldingen import MELDINGEN, melding_van
from afspraken.web.site.overzicht import overzicht
from afspraken.web.site.samenvatting import uitleg_van
from afspraken.web.site.sessie import taal_van
from afspraken.web.site.stappen import Stand, eerste_open, lees, stap
from afspraken.web.site.views.gegevens import houdtijd_van
from afspraken.web.site.views.moment import naar_moment
from locaties.rules.weigering import NietGevonden, Weigering


@require_safe
@stap("afspraak_controleren")
def afspraak_controleren(request: HttpRequest, stand: Stand) -> HttpResponse:
    """Show every answer with a link to change it."""
    return _toon(request, stand)


def _toon(request: HttpRequest, stand: Stand, fout: Weigering | None = None) -> HttpResponse:
    taal = taal_van(request)
    houdtijd = houdtijd_van(request, stand)
    verlopen = MELDINGEN["verlopen"] if houdtijd["tot"] is None and not fout else None
    inhoud = {
        "rijen": overzicht(stand, taal),
        "producten": uitleg_van(stand, taal),
        "groepen": {groep for gevraagd in stand.gegevens.producten for groep in gevraagd.groepen},
        "formulier_uuid": formulier_van(stand.aanvraag),
        "fout": _(fout.melding) if fout else "",
        "melding": melding_van(request) or verlopen,
        **houdtijd,
    }
    return render(request, "site/afspraak_controleren.html", inhoud, status=409 if fout else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def afspraak_maken(request: HttpRequest) -> HttpResponse:
    """Make it; the same form twice gives the same appointment, a form from another tab is checked again."""
    if request.method != "POST":
        return redirect("afspraak_controleren")
    stand = lees(request)
    formulier = _uuid(request.POST.get("formulier", ""))
    eerder = gemaakte_link(formulier=formulier) if formulier else None
    if eerder:
        return redirect("mijn_afspraak_bevestigd", eerder)
    if eerste_open(stand) != "afspraak_controleren":
        return redirect("afspraak_controleren")
    if formulier is None or formulier != formulier_van(stand.aanvraag):
        return redirect(f"{reverse('afspraak_controleren')}?melding=gewijzigd")
    return _maak(request, stand, formulier)


def _maak(request: HttpRequest, stand: Stand, formulier: UUID) -> HttpResponse:
    begin = stand.gegevens.begin
    assert stand.aanvraag.id is not None  # noqa: S101 - all steps are answered
    assert begin is not None  # noqa: S101 - all steps are answered
    try:
        gemaakt = maak_afspraak(
            aanvraag_id=stand.aanvraag.id,
            formulier=formulier,
            nu=request.nu,  # type: ignore[attr-defined]
            afzender_ip=request.META.get("REMOTE_ADDR", ""),
        )
    except TijdBezet:
        return naar_moment(begin, "bezet")
    except TijdNietMogelijk:
        return naar_moment(begin, "niet_mogelijk")
    except NietGevonden:
        raise
    except Weigering as fout:
        return _toon(request, stand, fout)
    return redirect("mijn_afspraak_bevestigd", gemaakt.link)


def _uuid(tekst: str) -> UUID | None:
    try:
        return UUID(tekst)
    except ValueError:
        return None
