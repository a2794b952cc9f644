"""Play a day of an office: start, hold still, speed up, put back, and see how far it is."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from afspraken.demo.dag import stand
from afspraken.demo.dag.voortgang import voortgang
from afspraken.web.personeelsmenu import ALLE_ROLLEN, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol
from locaties.rules.weigering import Weigering

from .formulieren import Dagformulier, Snelheidformulier

ZONDER_KEUZE = {
    "stilzetten": stand.dag_stilzetten,
    "hervatten": stand.dag_hervatten,
    "terugzetten": stand.dag_terugzetten,
}


@met_rol(*ALLE_ROLLEN)
def demo_dag(request: Personeelsverzoek) -> HttpResponse:
    """Show the day, or do what one of its buttons says; outside the demo this page does not exist."""
    if not settings.DEMO:
        raise Http404
    if request.method != "POST":
        return _bladzijde(request)
    formulier = _formulier(request)
    if formulier is not None and not formulier.is_valid():
        return _bladzijde(request, formulier, status=422)
    try:
        _doe(request, formulier)
    except Weigering as weigering:
        return _bladzijde(request, formulier, weigering=weigering, status=409)
    return redirect("demo_dag")


def _formulier(request: Personeelsverzoek) -> Snelheidformulier | None:
    soorten = {"spelen": Dagformulier, "snelheid": Snelheidformulier}
    soort = soorten.get(request.POST.get("doe", ""))
    return soort(request.POST) if soort else None


def _doe(request: Personeelsverzoek, formulier: Snelheidformulier | None) -> None:
    echt = request.echt_nu
    if isinstance(formulier, Dagformulier):
        stand.dag_spelen(**formulier.cleaned_data, echt=echt)
    elif formulier is not None:
        stand.snelheid_kiezen(**formulier.cleaned_data, echt=echt)
    elif (doe := request.POST.get("doe", "")) in ZONDER_KEUZE:
        ZONDER_KEUZE[doe](echt=echt)


def _bladzijde(
    request: Personeelsverzoek,
    formulier: Snelheidformulier | None = None,
    *,
    weigering: Weigering | None = None,
    status: int = 200,
) -> HttpResponse:
    dag = voortgang(nu=request.nu)
    if formulier is None or isinstance(formulier, Dagformulier) == (dag is not None):
        begin = {"snelheid": dag.snelheid if dag else 30}
        formulier = Snelheidformulier(initial=begin) if dag else Dagformulier(initial=begin)
    context = {"dag": dag, "formulier": formulier, "weigering": weigering}
    return personeelspagina(request, "demo/dag.html", context, status=status)
