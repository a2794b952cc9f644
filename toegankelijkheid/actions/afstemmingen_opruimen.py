"""Wipe what has had its time (within 24 hours after the planned end)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from toegankelijkheid.models import Afstemming


def afstemmingen_opruimen(*, nu: datetime, maximum: int = 500) -> tuple[UUID, ...]:
    """Delete up to ``maximum`` that are due, oldest first; return their uuids: who points at them forgets.

    Call it inside the transaction that does the forgetting, until it returns nothing.
    """
    with transaction.atomic():
        verlopen = tuple(
            Afstemming.objects.filter(wissen_na__lte=nu)
            .order_by("wissen_na", "pk")
            .values_list("pk", flat=True)[:maximum]
        )
        # Asked again: an appointment that was moved meanwhile keeps what was agreed.
        Afstemming.objects.filter(pk__in=verlopen, wissen_na__lte=nu).delete()
        gebleven = set(Afstemming.objects.filter(pk__in=verlopen).values_list("pk", flat=True))
    return tuple(pk for pk in verlopen if pk not in gebleven)
