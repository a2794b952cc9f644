"""The lock: one row per office and local day. Late, once, in ascending order, before the check."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import QuerySet

from afspraken.models import Afspraakdeel
from afspraken.queries.vaste_vraag import vaste_vraag

Dagsleutel = tuple[int, date]

# Makes the row of the day or locks it, in one statement: Django has no upsert that counts on.
VERHOOG = """
INSERT INTO locaties_locatiedag (locatie_id, datum, versie, rooster) VALUES (%s, %s, 1, 0)
ON CONFLICT (locatie_id, datum) DO UPDATE SET versie = locaties_locatiedag.versie + 1
"""


def vergrendel(dagen: Iterable[Dagsleutel]) -> None:
    """Lock these office-days until the transaction (required) ends, and raise their version."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("vergrendel needs a transaction")
    with connection.cursor() as cursor:
        for locatie_id, datum in sorted(set(dagen)):
            cursor.execute(VERHOOG, [locatie_id, datum.isoformat()])


@vaste_vraag
def dagen_van(afspraak_id: UUID) -> QuerySet[Any, Dagsleutel]:
    """The office-days on which this appointment takes place: what must be locked before it changes."""
    return Afspraakdeel.objects.filter(afspraak_id=afspraak_id).values_list("locatie_id", "datum").order_by()
