"""Wipe what has had its time (within 24 hours after the planned end)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from toegankelijkheid.models import Afstemming


def afstemmingen_opruimen(*, afstemming_ids: Collection[UUID], nu: datetime) -> frozenset[UUID]:
    """Delete of these what is still due; return which are gone: who points at them forgets.

    Call it inside the transaction that does the forgetting, with the appointments locked before: an
    appointment that was moved meanwhile keeps what was agreed.
    """
    with transaction.atomic():
        Afstemming.objects.filter(pk__in=afstemming_ids, wissen_na__lte=nu).delete()
        gebleven = Afstemming.objects.filter(pk__in=afstemming_ids).values_list("pk", flat=True)
        return frozenset(afstemming_ids) - set(gebleven)
