"""Booking for somebody, last pages: whom we write to, reading it back, and making the appointment."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from afspraken.actions.afspraak_maken import afspraak_maken
from afspraken.queries.aanvraag import Aanvraagstand
from afspraken.queries.productuitleg import productuitleg
from afspraken.web.aanvraagsessie import onthoud_gemaakt, terug_naar_begin
from afspraken.web.personeelsmenu import BOEKEN, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol
from locaties.rules.weigering import Weigering
from toegankelijkheid.queries.behoeften import behoeftencatalogus

from .aanvraag import bewaar, stand_van
from .agenda import eigen_kantoren
from .boeken import gekozen_regels
from .formulieren import Gegevensformulier
from .teksten import KANALEN

CONTACTVELDEN = ("achternaam", "rol", "kanaal", "telefoon", "email", "gedeeld")


@met_rol(*BOEKEN)
def telefoon_gegevens(request: Personeelsverzoek) -> HttpResponse:
    """Ask name and address."""
    stand = stand_van(request)
    if stand.gegevens.begin is None:
        return redirect("telefoon_moment")
    begin = {naam: getattr(stand.gegevens, naam) for naam in CONTACTVELDEN}
    formulier = Gegevensformulier(request.POST or None, initial=begin)
    if not formulier.is_valid():
        context = {"formulier": formulier, **_houdtijd(stand, request.nu)}
        status = 422 if formulier.is_bound else 200
        return personeelspagina(request, "telefoon/gegevens.html", context, status=status)
    bewaar(request, **{naam: formulier.cleaned_data[naam] for naam in CONTACTVELDEN})
    return redirect("telefoon_controle")


@met_rol(*BOEKEN)
def telefoon_controle(request: Personeelsverzoek) -> HttpResponse:
    """Show everything to read back; the button makes the appointment, twice is once."""
    stand = stand_van(request)
    if request.method == "POST" and stand.id:
        return _maak(request, stand, stand.id)
    if stand.gegevens.begin is None or not stand.gegevens.achternaam:
        return redirect("telefoon_gegevens")
    return _controle(request, stand)


def _maak(request: Personeelsverzoek, stand: Aanvraagstand, aanvraag_id: UUID) -> HttpResponse:
    try:
        gemaakt = afspraak_maken(
            aanvraag_id=aanvraag_id,
            formulier=_formulier(request.POST.get("formulier", "")),
            nu=request.nu,
            herkomst="telefoon",
            rol="telefonist",
            gebruiker_id=request.user.pk,
            wijze="mondeling",
        )
    except Weigering as weigering:
        if stand.gegevens.begin is None:
            raise
        return _controle(request, stand, fout=_(weigering.melding), status=409)
    onthoud_gemaakt(request, gemaakt.afspraak_id)
    if stand.gegevens.kanaal == "papier" or terug_naar_begin(request):
        return redirect("telefoon_brief")
    return redirect("telefoon_afspraak", afspraak_id=gemaakt.afspraak_id)


def _controle(
    request: Personeelsverzoek, stand: Aanvraagstand, *, fout: str = "", status: int = 200
) -> HttpResponse:
    gegevens = stand.gegevens
    uitleg = [productuitleg(code=g.product, taal="nl") for g in gegevens.producten]
    teksten = {keuze.code: keuze.tekst for keuze in behoeftencatalogus(taal="nl")}
    context = {
        "gegevens": gegevens,
        "kantoor": eigen_kantoren(request).get(gegevens.locatie, gegevens.locatie),
        "regels": gekozen_regels(gegevens.producten, {p.code: p.naam for p in uitleg}),
        "uitleg": uitleg,
        "behoeften": [teksten.get(code, code) for code in gegevens.behoeften],
        "kanaal": dict(KANALEN).get(gegevens.kanaal, gegevens.kanaal),
        "formulier_id": uuid4(),
        "fout": fout,
        **_houdtijd(stand, request.nu),
    }
    return personeelspagina(request, "telefoon/controle.html", context, status=status)


def _houdtijd(stand: Aanvraagstand, nu: datetime) -> dict[str, object]:
    """Until when the time is held, for the notice on the page."""
    tot = stand.vastgehouden_tot
    over = int((tot - nu).total_seconds() // 60) if tot else 0
    return {
        "tot": tot if over > 0 else None,
        "minuten": over,
        "bijna": 0 < over <= 5,
        "is_verlopen": over <= 0,
    }


def _formulier(tekst: str) -> UUID:
    try:
        return UUID(tekst)
    except ValueError as fout:
        raise Weigering(
            _("Deze pagina is te oud. Controleer de gegevens en probeer het nog een keer.")
        ) from fout
