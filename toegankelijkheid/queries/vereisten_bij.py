"""What does this agreement require?"""

from __future__ import annotations

from uuid import UUID

from toegankelijkheid.models import Afstemming
from toegankelijkheid.rules.vereisten import GEEN_VEREISTEN, Vereisten


def vereisten_bij(*, afstemming_id: UUID | None) -> Vereisten:
    """Return the requirements; none when there is no agreement, or no more. One statement at most."""
    if afstemming_id is None:
        return GEEN_VEREISTEN
    rij = Afstemming.objects.filter(pk=afstemming_id).values_list("vereisten", flat=True).first()
    return Vereisten.uit_json(rij or {})
