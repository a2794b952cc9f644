"""Booking for somebody, second page: where and when; the time is held while the agent asks on."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from afspraken.actions.afspraak_vasthouden import afspraak_vasthouden
from afspraken.actions.afspraak_verlengen import afspraak_verlengen
from afspraken.queries.productuitleg import productuitleg
from afspraken.queries.vraag import vraag_van
from afspraken.rules.aanvraag import Aanvraaggegevens
from afspraken.web.personeelsmenu import BOEKEN, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol
from locaties.rules.weigering import NietGevonden, Weigering
from locaties.rules.werkdagen import werkdagen_erbij

from .aanvraag import bewaar, stand_van
from .agenda import agenda_van, begin_van, eigen_kantoren
from .getypt import getypte_gegevens


@met_rol(*BOEKEN)
def telefoon_moment(request: Personeelsverzoek) -> HttpResponse:
    """Show offices, days and times; a button holds the time."""
    stand = stand_van(request)
    if stand.id is None or not stand.gegevens.producten:
        return redirect("telefoon_boeken")
    if request.method != "POST":
        return _agenda(request)
    begin, kantoor = begin_van(request.POST.get("begin", "")), request.POST.get("kantoor", "")
    if kantoor not in eigen_kantoren(request):
        raise NietGevonden(_("Dit kantoor hoort niet bij uw rol, of bestaat niet."))
    if begin is None:
        return _agenda(request, kantoor, fout=_("Kies een tijd."), status=422)
    try:
        afspraak_vasthouden(
            aanvraag_id=stand.id,
            locatie=kantoor,
            begin=begin,
            nu=request.nu,
            herkomst="telefoon",
            zonder_aanloop=True,
        )
    except NietGevonden:
        raise
    except Weigering as weigering:
        return _agenda(request, kantoor, fout=_(weigering.melding), status=409)
    return redirect("telefoon_gegevens")


@met_rol(*BOEKEN)
def telefoon_moment_verlengen(request: Personeelsverzoek) -> HttpResponse:
    """Hold the time longer, and keep what was typed so far; then back to the same page."""
    stand = stand_van(request)
    if request.method == "POST" and stand.id:
        if getypt := getypte_gegevens(request.POST):
            bewaar(request, **getypt)
        afspraak_verlengen(aanvraag_id=stand.id, nu=request.nu)
    return redirect("telefoon_controle" if "formulier" in request.POST else "telefoon_gegevens")


def _agenda(
    request: Personeelsverzoek, kantoor: str = "", *, fout: str = "", status: int = 200
) -> HttpResponse:
    stand = stand_van(request)
    vraag = vraag_van(stand.gegevens)
    agenda = agenda_van(request, vraag, kantoor=kantoor or stand.gegevens.locatie)
    laatste = _laatste_dag(stand.gegevens)
    getoond = agenda.datum or (agenda.eerste and agenda.eerste.begin and localdate(agenda.eerste.begin))
    context = {
        "agenda": agenda,
        "fout": fout,
        "minuten": vraag.cellen * 5,
        "laatste_dag": laatste,
        "is_te_laat": bool(laatste and (not getoond or getoond > laatste)),
    }
    return personeelspagina(request, "telefoon/moment.html", context, status=status)


def _laatste_dag(gegevens: Aanvraaggegevens) -> date | None:
    """Return the last day the law allows; None when there is no term or no date."""
    uitleg = [productuitleg(code=g.product, taal="nl") for g in gegevens.producten]
    termijnen = [p.wettelijke_termijn_werkdagen for p in uitleg if p.wettelijke_termijn_werkdagen]
    if gegevens.gebeurtenis_op is None or not termijnen:
        return None
    return werkdagen_erbij(gegevens.gebeurtenis_op, min(termijnen))
