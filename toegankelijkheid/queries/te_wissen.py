"""What was agreed and has had its time."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from toegankelijkheid.models import Afstemming


def te_wissen(*, nu: datetime, maximum: int) -> tuple[UUID, ...]:
    """Return up to ``maximum`` uuids of agreements that are due, oldest first; one statement."""
    rijen = Afstemming.objects.filter(wissen_na__lte=nu).order_by("wissen_na", "pk")
    return tuple(rijen.values_list("pk", flat=True)[:maximum])
