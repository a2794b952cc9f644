"""Which employees can be signed off by this planner?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from locaties.models import Medewerker


@dataclass(frozen=True, slots=True)
class Medewerkerkeuze:
    """An employee in a list of choices."""

    id: int
    naam: str


def medewerkerkeuze(*, locatie_ids: frozenset[int] | None, vanaf: date) -> tuple[Medewerkerkeuze, ...]:
    """Return who is on a roster of these offices from this day on (None = all offices). One statement."""
    rijen = Medewerker.objects.filter(is_actief=True, inzetten__datum__gte=vanaf)
    if locatie_ids is not None:
        rijen = rijen.filter(inzetten__locatie_id__in=locatie_ids, inzetten__datum__gte=vanaf)
    return tuple(
        Medewerkerkeuze(*rij) for rij in rijen.order_by("naam", "id").values_list("id", "naam").distinct()
    )
