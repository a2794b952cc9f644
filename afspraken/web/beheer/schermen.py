"""The screens in the halls: make one, give it a code, say something on it, withdraw it."""

from __future__ import annotations

import logging
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from afspraken.actions.scherm_intrekken import scherm_intrekken
from afspraken.actions.scherm_maken import SchermnaamBestaat, scherm_maken
from afspraken.actions.schermcode_geven import schermcode_geven
from afspraken.actions.schermtekst_wijzigen import schermtekst_wijzigen
from afspraken.queries.schermen import een_scherm, schermen
from afspraken.web.personeelsmenu import SCHERMEN, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol
from locaties.queries.kantoren import kantoren

from .schermformulieren import Schermformulier, Schermtekstformulier

logboek = logging.getLogger(__name__)


@met_rol(*SCHERMEN)
@require_safe
def beheer_schermen(request: Personeelsverzoek) -> HttpResponse:
    """Show them, office by office."""
    return _lijst(request)


@met_rol(*SCHERMEN)
def beheer_scherm_maken(request: Personeelsverzoek) -> HttpResponse:
    """Make one; it shows nothing before somebody pairs a device."""
    if request.method != "POST":
        return redirect("beheer_schermen")
    formulier = Schermformulier(request.POST, kantoren=kantoren(locatie_ids=request.locatie_ids))
    if not formulier.is_valid():
        return _lijst(request, nieuw=formulier)
    try:
        scherm_id = scherm_maken(**formulier.cleaned_data, locatie_ids=request.locatie_ids, nu=request.nu)
    except SchermnaamBestaat as weigering:
        formulier.add_error("naam", str(weigering.melding))
        return _lijst(request, nieuw=formulier)
    _schrijf_op(request, scherm_id, "gemaakt")
    return redirect("beheer_schermen")


@met_rol(*SCHERMEN)
def beheer_schermcode_geven(request: Personeelsverzoek, scherm_id: UUID) -> HttpResponse:
    """Give a code and show it, this once."""
    if request.method != "POST":
        return redirect("beheer_schermen")
    code = schermcode_geven(scherm_id=scherm_id, locatie_ids=request.locatie_ids, nu=request.nu)
    _schrijf_op(request, scherm_id, "code gegeven")
    adres = settings.SITE_ADRES.rstrip("/") + reverse("scherm")
    return personeelspagina(request, "beheer/schermcode.html", {"code": code, "adres": adres})


@met_rol(*SCHERMEN)
def beheer_schermtekst_wijzigen(request: Personeelsverzoek, scherm_id: UUID) -> HttpResponse:
    """Set what the office says on it."""
    if request.method != "POST":
        return redirect("beheer_schermen")
    formulier = Schermtekstformulier(request.POST)
    if not formulier.is_valid():
        return _lijst(request, tekst=formulier, fout_bij=scherm_id)
    schermtekst_wijzigen(
        scherm_id=scherm_id,
        tekst=formulier.cleaned_data["tekst"],
        locatie_ids=request.locatie_ids,
        nu=request.nu,
    )
    _schrijf_op(request, scherm_id, "tekst gewijzigd")
    return redirect("beheer_schermen")


@met_rol(*SCHERMEN)
def beheer_scherm_intrekken(request: Personeelsverzoek, scherm_id: UUID) -> HttpResponse:
    """Ask whether it is sure; then the device goes dark."""
    if request.method == "POST":
        scherm_intrekken(scherm_id=scherm_id, locatie_ids=request.locatie_ids, nu=request.nu)
        _schrijf_op(request, scherm_id, "ingetrokken")
        return redirect("beheer_schermen")
    scherm = een_scherm(scherm_id=scherm_id, locatie_ids=request.locatie_ids, nu=request.nu)
    return personeelspagina(request, "beheer/scherm_intrekken.html", {"scherm": scherm})


def _lijst(
    request: Personeelsverzoek,
    *,
    nieuw: Schermformulier | None = None,
    tekst: Schermtekstformulier | None = None,
    fout_bij: UUID | None = None,
) -> HttpResponse:
    fout = nieuw or tekst
    context = {
        "schermen": schermen(locatie_ids=request.locatie_ids, nu=request.nu),
        "nieuw": nieuw or Schermformulier(kantoren=kantoren(locatie_ids=request.locatie_ids)),
        "formulier": fout,
        "fout_bij": fout_bij,
    }
    return personeelspagina(request, "beheer/schermen.html", context, status=422 if fout else 200)


def _schrijf_op(request: Personeelsverzoek, scherm_id: UUID, wat: str) -> None:
    """Who did what to which screen: no visit and no appointment, so a line in the log and no Gebeurtenis."""
    logboek.info("scherm %s %s door gebruiker %s", scherm_id, wat, request.user.pk)
