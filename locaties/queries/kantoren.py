"""Which offices are there for this member of staff?"""

from __future__ import annotations

from dataclasses import dataclass

from locaties.models import Locatie


@dataclass(frozen=True, slots=True)
class Kantoor:
    """An office in a list of choices."""

    id: int
    code: str
    naam: str


def kantoren(*, locatie_ids: frozenset[int] | None) -> tuple[Kantoor, ...]:
    """Return them in their own order; None = all. One statement."""
    rijen = Locatie.objects.order_by("volgorde", "naam")
    if locatie_ids is not None:
        rijen = rijen.filter(id__in=locatie_ids)
    return tuple(Kantoor(*rij) for rij in rijen.values_list("id", "code", "naam"))
