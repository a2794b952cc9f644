"""A search of staff: sent by POST, shown again by GET, with nothing of what was typed in the address.

The address holds the number of the search. What was typed stands sealed in the session, so that reload, back
and a page that brings itself up to date show the same search, and no log or history holds a name.
"""

from __future__ import annotations

from typing import TypeVar
from urllib.parse import urlencode
from uuid import UUID, uuid4

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from afspraken.queries.zoektekst import open_zoektekst, sluit_zoektekst

SLEUTEL = "gezocht"
MEESTE = 10  # as many windows as somebody has open; the oldest search goes first
F = TypeVar("F", bound=forms.Form)


def zoekformulier(request: HttpRequest, soort: type[F]) -> F:
    """Return the form with its field ``tekst``: as typed now, as typed before, or empty."""
    if request.method == "POST":
        return soort(request.POST)
    tekst = _gezocht(request)
    return soort({"tekst": tekst}) if tekst else soort()


def toon_gezocht(request: HttpRequest, tekst: str) -> HttpResponse:
    """Remember the search, and go to the page that shows it; an empty one is no search."""
    if not tekst:
        return redirect(request.path)
    zoek_id = uuid4()
    eerder = list(request.session.get(SLEUTEL, {}).items())[1 - MEESTE :]
    gesloten = sluit_zoektekst(zoek_id=zoek_id, tekst=tekst)
    request.session[SLEUTEL] = dict(eerder) | {str(zoek_id): gesloten}
    return redirect(f"{request.path}?{urlencode({'zoek': zoek_id})}")


def _gezocht(request: HttpRequest) -> str:
    zoek_id = request.GET.get("zoek", "")
    gesloten = request.session.get(SLEUTEL, {}).get(zoek_id)
    return open_zoektekst(zoek_id=UUID(zoek_id), gesloten=gesloten) if gesloten else ""
