"""What was typed about the visitor so far, when the agent presses another button than the one to go on."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict

from afspraken.web.velden import zonder_nul

from .teksten import KANALEN, ROLLEN

LENGTES = {"achternaam": 80, "telefoon": 30, "email": 254}


def getypte_gegevens(post: QueryDict) -> dict[str, Any]:
    """Return the fields as they stand, right or wrong: the form checks them when it is sent."""
    if "achternaam" not in post:
        return {}
    getypt: dict[str, Any] = {
        naam: zonder_nul(post.get(naam, ""))[:lengte] for naam, lengte in LENGTES.items()
    }
    for naam, keuzes in (("rol", ROLLEN), ("kanaal", KANALEN)):
        if post.get(naam) in dict(keuzes):
            getypt[naam] = post[naam]
    return getypt | {"gedeeld": "gedeeld" in post}
