"""Which messages must somebody look at now?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from afspraken.models import Bericht

ONAF = (Bericht.Status.BEZIG, Bericht.Status.ONZEKER)


def te_versturen(*, nu: datetime, maximum: int = 20) -> tuple[UUID, ...]:
    """Return what is due, and what somebody left half-way; what loses its sense first comes first."""
    aan_de_beurt = Q(status=Bericht.Status.KLAAR, versturen_na__lte=nu)
    achtergebleven = Q(status__in=ONAF, lease_tot__lte=nu)
    rijen = Bericht.objects.filter(aan_de_beurt | achtergebleven).order_by("nutteloos_na", "id")
    return tuple(rijen.values_list("id", flat=True)[:maximum])
