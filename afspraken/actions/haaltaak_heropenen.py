"""The visitor was not fetched after all: back on the list."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.models import Haaltaak
from afspraken.rules.bezoekstatus import EINDE
from locaties.actions.stappen.daad import daad

from .stappen.bezoekrij import NietMogelijkNu
from .stappen.haaltaak import pak_haaltaak


@daad
def haaltaak_heropenen(*, taak_id: UUID, nu: datetime, locatie_ids: frozenset[int] | None = None) -> None:
    """Put it back as it was; once more changes nothing, and so does a newer task for the same visitor.

    Raises ``NietGevonden``, ``NietMogelijkNu`` (the visit is over).
    """
    taak = pak_haaltaak(taak_id, locatie_ids)
    if taak.bezoek.status in EINDE:
        raise NietMogelijkNu
    if Haaltaak.objects.filter(bezoek_id=taak.bezoek_id, gedaan_op=None).exists():
        return
    taak.gedaan_op = None
    taak.save(update_fields=["gedaan_op"])
