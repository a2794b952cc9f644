"""Write down what is about to leave: from here on the outcome counts as uncertain until we know better."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F

from afspraken.models import Bericht

from .stappen.outbox import ONAF


def bericht_vastleggen(
    *, bericht_id: UUID, wie: str, onderwerp: str, tekst: str, nu: datetime, lease: timedelta
) -> bool:
    """Return whether this worker still holds the message and may send it now."""
    with transaction.atomic(durable=True):
        eigen = Bericht.objects.filter(
            pk=bericht_id, status__in=ONAF, lease_van=wie, lease_tot__gt=nu, nutteloos_na__gt=nu
        )
        return bool(
            eigen.update(
                status=Bericht.Status.BEZIG,
                onderwerp=onderwerp[:120],
                tekst=tekst,
                pogingen=F("pogingen") + 1,
                lease_tot=nu + lease,
            )
        )
