"""Keep what somebody filled in; when it changes the length or the place, the held time is let go."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from afspraken.models import Aanvraag
from afspraken.queries.aanvraag import open_gegevens
from afspraken.rules.aanvraag import Aanvraaggegevens
from locaties.actions.stappen.daad import daad

from .stappen.aanvraag import laat_los, schrijf_gegevens

BEPAALT_DE_PLAATS = ("producten", "hulp", "behoeften", "toestemming", "begeleiding", "locatie")


@daad
def aanvraag_bijwerken(*, aanvraag_id: UUID | None, nu: datetime, **velden: Any) -> UUID:
    """Store the given fields of ``Aanvraaggegevens`` and return the draft's uuid.

    Without a draft, or with one that is gone, a new one is made. Changing products, people, needs or office
    releases a held time and forgets the chosen moment.
    """
    rijen = Aanvraag.objects.select_for_update(no_key=True)
    rij = rijen.filter(id=aanvraag_id).first() if aanvraag_id else None
    if rij is None:
        rij, oud = Aanvraag(id=uuid4(), aangemaakt_op=nu), Aanvraaggegevens()
    else:
        oud = open_gegevens(rij)
    nieuw = replace(oud, **velden)
    if any(getattr(oud, naam) != getattr(nieuw, naam) for naam in BEPAALT_DE_PLAATS):
        laat_los(rij, nu)
        nieuw = replace(nieuw, begin=velden.get("begin"))
    schrijf_gegevens(rij, nieuw, nu)
    return rij.id
