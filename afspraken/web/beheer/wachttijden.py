"""How long people waited, week by week, and whether what we told them came true."""

from __future__ import annotations

from datetime import date, timedelta

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from afspraken.queries.verwachtingscijfers import verwachtingscijfers
from afspraken.web.personeelsmenu import PLANNEN, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol
from locaties.queries.kantoren import kantoren

from .formulieren import Weekformulier

WEKEN = 13


@met_rol(*PLANNEN)
@require_safe
def beheer_wachttijden(request: Personeelsverzoek) -> HttpResponse:
    """Show one office and one week; without a choice the first office and this week."""
    keuzes = kantoren(locatie_ids=request.locatie_ids)
    weken = _weken(request.nu.date())
    eerste = {"kantoor": keuzes[0].code if keuzes else "", "week": weken[0].isoformat()}
    formulier = Weekformulier(
        {**eerste, **request.GET.dict()},
        kantoren=[(keuze.code, keuze.naam) for keuze in keuzes],
        weken=weken,
    )
    cijfers = None
    if formulier.is_valid():
        gekozen = formulier.cleaned_data
        cijfers = verwachtingscijfers(
            kantoor=gekozen["kantoor"],
            locatie_ids=request.locatie_ids,
            maandag=date.fromisoformat(gekozen["week"]),
        )
    context = {"formulier": formulier, "cijfers": cijfers}
    return personeelspagina(request, "beheer/wachttijden.html", context, status=200 if cijfers else 422)


def _weken(vandaag: date) -> list[date]:
    """Mondays, this week first."""
    deze = vandaag - timedelta(days=vandaag.weekday())
    return [deze - timedelta(weeks=week) for week in range(WEKEN)]
