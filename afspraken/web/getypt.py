"""What was typed when only the language of the page changes (web/taalwissel.py)."""

from __future__ import annotations

from typing import TypeVar

from django.forms import BaseForm
from django.http import HttpRequest

KNOP = "taalwissel"
F = TypeVar("F", bound=BaseForm)


def wisselt_taal(request: HttpRequest) -> bool:
    """Whether this page is drawn again in another language, and ``request.POST`` is what was typed."""
    return hasattr(request, KNOP)


def met_getypt(request: HttpRequest, formulier: F, *, behalve: tuple[str, ...] = ()) -> F:
    """Fill in what was typed as it stands; whether it is right is said when the form is sent."""
    if wisselt_taal(request):
        for naam, veld in formulier.fields.items():
            if naam not in behalve:
                waarde = veld.widget.value_from_datadict(request.POST, request.FILES, naam)
                formulier.initial[naam] = waarde
    return formulier
