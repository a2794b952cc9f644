"""Throw the draft away and give back what it held: who begins again never holds two times."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.models import Aanvraag
from locaties.actions.stappen.daad import daad

from .stappen.aanvraag import laat_los


@daad
def aanvraag_opnieuw(*, aanvraag_id: UUID, nu: datetime) -> None:
    """Wipe what was typed and let the held time go; a draft that is gone already is fine."""
    rij = Aanvraag.objects.select_for_update(no_key=True).filter(id=aanvraag_id).first()
    if rij is None:
        return
    laat_los(rij, nu)
    rij.delete()
