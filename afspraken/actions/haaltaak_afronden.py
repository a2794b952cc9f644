"""The host has fetched this visitor, or it is no longer needed."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from locaties.actions.stappen.daad import daad

from .stappen.haaltaak import pak_haaltaak


@daad
def haaltaak_afronden(*, taak_id: UUID, nu: datetime, locatie_ids: frozenset[int] | None = None) -> None:
    """Take it off the list; once more changes nothing. Raises ``NietGevonden`` (elsewhere, or gone)."""
    taak = pak_haaltaak(taak_id, locatie_ids)
    if taak.gedaan_op is None:
        taak.gedaan_op = nu
        taak.save(update_fields=["gedaan_op"])
