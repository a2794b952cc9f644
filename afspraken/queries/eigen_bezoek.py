"""Is this visit one of an office that somebody works for?"""

from __future__ import annotations

from uuid import UUID

from afspraken.models import Bezoek
from locaties.rules.weigering import NietGevonden


def eigen_bezoek(*, bezoek_id: UUID, locatie_ids: frozenset[int] | None) -> int:
    """Return its office; ``locatie_ids`` None is every office. Raises ``NietGevonden``. One statement."""
    locatie_id = Bezoek.objects.filter(id=bezoek_id).values_list("locatie_id", flat=True).first()
    if locatie_id is None or (locatie_ids is not None and locatie_id not in locatie_ids):
        raise NietGevonden("Wij kunnen dit bezoek niet vinden.")
    return locatie_id
