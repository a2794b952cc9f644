"""What has been ordered already for this appointment?"""

from __future__ import annotations

from uuid import UUID

from toegankelijkheid.models import Bestelling
from toegankelijkheid.rules.status import NIET_BESCHIKBAAR


def lopende_bestellingen(*, afstemming_id: UUID | None) -> frozenset[str]:
    """Return what is on its way or confirmed, by name; one statement."""
    if afstemming_id is None:
        return frozenset()
    return frozenset(
        Bestelling.objects.filter(afstemming_id=afstemming_id)
        .exclude(status=NIET_BESCHIKBAAR)
        .values_list("wat", flat=True)
    )
