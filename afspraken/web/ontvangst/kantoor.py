"""The office that the tablet stands in."""

from __future__ import annotations

from afspraken.web.toegang import Personeelsverzoek
from locaties.queries.kantoren import Kantoor, kantoren
from locaties.rules.weigering import NietGevonden


def kantoor_van(request: Personeelsverzoek, code: str) -> Kantoor:
    """Return it when this role is for it. Raises ``NietGevonden``."""
    for kantoor in kantoren(locatie_ids=request.locatie_ids):
        if kantoor.code == code:
            return kantoor
    raise NietGevonden("Wij vinden dit kantoor niet bij uw rol.")
