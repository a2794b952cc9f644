"""The question of an existing appointment, by its id: to look for another time."""

from __future__ import annotations

from uuid import UUID

from afspraken.models import Afspraak
from afspraken.rules.vraag import Vraag
from locaties.rules.weigering import NietGevonden

from .bestaande_vraag import bestaande_vraag


def vraag_bij_afspraak(*, afspraak_id: UUID) -> Vraag:
    """Return what the appointment needs, as it was booked; at most seven statements."""
    afspraak = Afspraak.objects.filter(pk=afspraak_id).first()
    if afspraak is None:
        raise NietGevonden
    return bestaande_vraag(afspraak)
