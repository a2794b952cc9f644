"""The lock: one row per office and local day. Late, once, in ascending order, before the check."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import F

from locaties.models import Locatiedag

Dagsleutel = tuple[int, date]


def vergrendel(dagen: Iterable[Dagsleutel]) -> None:
    """Lock these office-days until the transaction (required) ends, and raise their version."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("vergrendel needs a transaction")
    for locatie_id, datum in sorted(set(dagen)):
        Locatiedag.objects.get_or_create(locatie_id=locatie_id, datum=datum)
        Locatiedag.objects.filter(locatie_id=locatie_id, datum=datum).update(versie=F("versie") + 1)
