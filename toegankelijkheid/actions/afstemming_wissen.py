"""Wipe what was agreed, at once: cancelled, moved, or consent taken back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from toegankelijkheid.models import Afstemming


def afstemming_wissen(*, afstemming_ids: Collection[UUID], nu: datetime) -> int:
    """Delete these with their consent and orders; return how many there still were."""
    with transaction.atomic():
        _, per_tabel = Afstemming.objects.filter(pk__in=afstemming_ids).delete()
    return per_tabel.get("toegankelijkheid.Afstemming", 0)
