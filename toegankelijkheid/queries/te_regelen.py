"""What must somebody still arrange, and by when?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from toegankelijkheid.models import Bestelling
from toegankelijkheid.rules.status import OPEN


@dataclass(frozen=True, slots=True)
class TeRegelen:
    """One order that is not confirmed."""

    bestelling_id: UUID
    afstemming_id: UUID
    locatie: str
    wat: str
    voor_datum: date
    status: str
    eigenaar: str
    is_te_laat: bool


def te_regelen(*, locatie_ids: frozenset[int] | None, vandaag: date) -> tuple[TeRegelen, ...]:
    """Return the open orders of these offices (None = all), the most urgent first. One statement."""
    bestellingen = Bestelling.objects.filter(status__in=OPEN).select_related("locatie")
    if locatie_ids is not None:
        bestellingen = bestellingen.filter(locatie_id__in=locatie_ids)
    return tuple(
        TeRegelen(
            bestelling_id=bestelling.pk,
            afstemming_id=bestelling.afstemming_id,
            locatie=bestelling.locatie.naam,
            wat=bestelling.wat,
            voor_datum=bestelling.voor_datum,
            status=bestelling.status,
            eigenaar=bestelling.eigenaar,
            is_te_laat=bestelling.voor_datum < vandaag,
        )
        for bestelling in bestellingen.order_by("voor_datum", "locatie__volgorde", "pk")
    )
