"""Take one of the loops of the worker, so that two workers do not run it at once."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q

from afspraken.models import Werklus
from locaties.actions.stappen.daad import daad


@daad
def werklus_pakken(*, naam: str, wie: str, elke: timedelta, lease: timedelta, nu: datetime) -> bool:
    """Return whether it is due and now ours; who dies half-way keeps it only until the lease ends."""
    Werklus.objects.get_or_create(naam=naam)
    vrij = Q(lease_tot__isnull=True) | Q(lease_tot__lte=nu)
    aan_de_beurt = (
        Q(laatst_gedraaid_op__isnull=True)
        | Q(laatst_gedraaid_op__lte=nu - elke)
        | Q(laatst_gedraaid_op__gt=nu)  # the clock was set back
    )
    rij = Werklus.objects.filter(vrij, aan_de_beurt, naam=naam)
    return bool(rij.update(lease_tot=nu + lease, lease_van=wie))
