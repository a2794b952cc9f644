"""What a button of the workplace does: read it, do one deed, and show the workplace again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from afspraken.actions.bezoeker_oproepen import NiemandAanDeBeurt
from afspraken.queries.mijn_werkplek import MijnWerkplek, mijn_werkplek
from afspraken.web.personeelsmenu import personeelspagina
from afspraken.web.plek import met_plek
from afspraken.web.toegang import Personeelsverzoek
from locaties.rules.weigering import NietGevonden, Weigering

from .werkplek import toon_werkplek

Daad = Callable[..., object]


def plek_van(request: Personeelsverzoek) -> MijnWerkplek:
    """Return who asks, and where this user sits."""
    return mijn_werkplek(gebruiker_id=request.user.pk or 0, locatie_ids=request.locatie_ids)


def zit_nergens(request: Personeelsverzoek) -> HttpResponse:
    """Say that the workplace was closed meanwhile, and where to sit down again."""
    return personeelspagina(request, "balie/dicht.html", status=409)


def druk_hier(
    request: Personeelsverzoek, daad: Daad, soort: type[forms.Form], vraag: str = ""
) -> HttpResponse:
    """Do it at the own workplace; ``vraag``: what the page shows afterwards."""
    return _druk(request, daad, soort, lambda plek: {"werkplek_id": plek.werkplek_id}, vraag)


def druk_kantoor(request: Personeelsverzoek, daad: Daad, soort: type[forms.Form]) -> HttpResponse:
    """Do it with a visitor of the office where this user sits."""
    return _druk(request, daad, soort, lambda plek: {"locatie_ids": frozenset({plek.locatie_id})}, "")


def zonder_wie(daad: Daad) -> Daad:
    """Have a deed that writes down nobody's name do so."""

    def doe(*, gebruiker_id: int, **velden: Any) -> object:
        return daad(**velden)

    return doe


def _druk(
    request: Personeelsverzoek,
    daad: Daad,
    soort: type[forms.Form],
    waar: Callable[[MijnWerkplek], dict[str, Any]],
    vraag: str,
) -> HttpResponse:
    plek, formulier = plek_van(request), soort(request.POST)
    if plek.werkplek_id is None:
        return zit_nergens(request)
    if not formulier.is_valid():
        return toon_werkplek(request, fout=_("Deze knop kennen wij niet. Kijk wat er nu staat."), status=422)
    velden = {naam: waarde for naam, waarde in formulier.cleaned_data.items() if waarde is not None}
    if velden.pop("werkplek") != plek.werkplek_id:
        return toon_werkplek(
            request, fout=_("U zit nu aan een andere balie. Kijk wat er nu staat."), status=409
        )
    try:
        daad(**waar(plek), **velden, nu=request.nu, gebruiker_id=request.user.pk)
    except NietGevonden:
        raise
    except NiemandAanDeBeurt:
        return naar_werkplek(request, "niemand=1", bij="hoofdknop")
    except Weigering as weigering:
        return toon_werkplek(request, fout=_(weigering.melding), status=409)
    bij = f"extra-{velden['minuten']}" if "minuten" in velden else ""
    return naar_werkplek(request, f"{vraag}={velden['bezoek_id']}" if vraag else "", bij=bij)


def naar_werkplek(request: Personeelsverzoek, vraag: str = "", *, bij: str = "") -> HttpResponse:
    """Go back to the workplace; ``bij``: the element that gets the focus."""
    return met_plek(request, reverse("balie_werkplek") + (f"?{vraag}" if vraag else ""), bij)
