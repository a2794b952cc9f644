"""Which office? Each with what is there and its first free moment."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from afspraken.queries.locatiekeuze import Locatiekeuze, locatiekeuze
from afspraken.queries.vraag import vraag_van
from afspraken.web.site.meldingen import melding_van
from afspraken.web.site.samenvatting import gekozen_regels, uitleg_van
from afspraken.web.site.sessie import bewaar, taal_van
from afspraken.web.site.stappen import Stand, stap
from afspraken.web.site.termijn import laatste_dag


@require_http_methods(["GET", "HEAD", "POST"])
@stap("locatie_kiezen")
def locatie_kiezen(request: HttpRequest, stand: Stand) -> HttpResponse:
    """Choose an office, or the first free place anywhere."""
    keuzes = _keuzes(request, stand)
    fout = ""
    if request.method == "POST":
        gekozen = _gekozen(request, keuzes)
        if gekozen is not None:
            return _bewaar(request, gekozen)
        fout = _("Kies een kantoor waar plek is")
    gegevens = stand.gegevens
    inhoud = {
        "kantoren": [keuze for keuze in keuzes if keuze.eerste],
        "andere": [keuze for keuze in keuzes if not keuze.eerste],
        "eerste": _eerste(keuzes),
        "laatste_dag": laatste_dag(stand),
        "gekozen": gegevens.locatie,
        "regels": gekozen_regels(stand),
        "fout": fout,
        "melding": melding_van(request),
        "met_behoeften": bool(gegevens.hulp and gegevens.behoeften and gegevens.toestemming),
    }
    return render(request, "site/locatie_kiezen.html", inhoud, status=422 if fout else 200)


def _keuzes(request: HttpRequest, stand: Stand) -> tuple[Locatiekeuze, ...]:
    nu = request.nu  # type: ignore[attr-defined]
    return locatiekeuze(vraag=vraag_van(stand.gegevens), nu=nu, taal=taal_van(request))


def _eerste(keuzes: Sequence[Locatiekeuze]) -> Locatiekeuze | None:
    met_plek = [(keuze.eerste, plek, keuze) for plek, keuze in enumerate(keuzes) if keuze.eerste]
    return min(met_plek)[2] if met_plek else None


def _gekozen(request: HttpRequest, keuzes: Sequence[Locatiekeuze]) -> Locatiekeuze | None:
    """Return the office of the button that was pressed; "eerste" is the first free place anywhere."""
    code = request.POST.get("locatie", "")
    if code == "eerste":
        return _eerste(keuzes)
    return next((keuze for keuze in keuzes if keuze.code == code and keuze.eerste), None)


def _bewaar(request: HttpRequest, gekozen: Locatiekeuze) -> HttpResponse:
    bewaar(request, locatie=gekozen.code)
    naar = reverse("moment_kiezen")
    if request.POST.get("locatie") == "eerste" and gekozen.eerste:
        naar = f"{naar}?{urlencode({'dag': localtime(gekozen.eerste).date().isoformat()})}"
    return redirect(naar)


@require_safe
@stap("moment_kiezen")
def geen_moment(request: HttpRequest, stand: Stand) -> HttpResponse:
    """Nothing fits: other offices, the urgent way, without appointment, the phone."""
    keuzes = _keuzes(request, stand)
    uitleg = uitleg_van(stand, taal_van(request))
    inhoud = {
        "kantoren": sorted(
            (keuze for keuze in keuzes if keuze.eerste and keuze.code != stand.gegevens.locatie),
            key=lambda keuze: keuze.eerste or request.nu,  # type: ignore[attr-defined]
        ),
        "producten": uitleg,
        "spoed": [product.spoed for product in uitleg if product.spoed],
        "laatste_dag": laatste_dag(stand),
    }
    return render(request, "site/geen_moment.html", inhoud)
