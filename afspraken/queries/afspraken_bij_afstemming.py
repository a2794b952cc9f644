"""Which appointments belong to these agreements? Only what finds the appointment again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from afspraken.models import Afspraak


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """The appointment for which something is arranged."""

    afspraak_id: UUID
    code: str
    begin: datetime


def afspraken_bij_afstemming(*, afstemming_ids: Iterable[UUID]) -> dict[UUID, Verwijzing]:
    """Return them by id of the agreement; one statement."""
    rijen = Afspraak.objects.filter(afstemming_id__in=list(afstemming_ids)).exclude(status="geannuleerd")
    return {
        afstemming_id: Verwijzing(pk, code, begin)
        for afstemming_id, pk, code, begin in rijen.values_list("afstemming_id", "id", "code", "begin")
        if afstemming_id
    }
