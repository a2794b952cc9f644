"""The office that somebody works for."""

from __future__ import annotations

from locaties.models import Locatie
from locaties.rules.weigering import NietGevonden


def eigen_kantoor(*, kantoor: str, locatie_ids: frozenset[int] | None) -> Locatie:
    """Return it by its code; ``locatie_ids`` None is every office. Raises ``NietGevonden``. One statement."""
    rijen = Locatie.objects.filter(code=kantoor)
    if locatie_ids is not None:
        rijen = rijen.filter(id__in=locatie_ids)
    locatie = rijen.first()
    if locatie is None:
        raise NietGevonden("Wij vinden dit kantoor niet bij uw rol.")
    return locatie
