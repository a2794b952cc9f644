"""A knelpunt about an order tells that somebody needs something: it goes with what was agreed."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from afspraken.models import Knelpunt

OVER_BESTELLING = "bestelling"


def vergeet_bestelknelpunten(afspraak_ids: Collection[UUID]) -> None:
    """Delete these, open or solved; in the transaction that wipes the agreement."""
    Knelpunt.objects.filter(afspraak_id__in=afspraak_ids, soort=OVER_BESTELLING).delete()
