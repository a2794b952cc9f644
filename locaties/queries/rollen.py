"""What may this user do, and where?"""

from __future__ import annotations

from dataclasses import dataclass

from locaties.models import Rol


@dataclass(frozen=True, slots=True)
class Toegang:
    """Whether somebody may, and at which offices (ids; None = all)."""

    mag: bool
    locatie_ids: frozenset[int] | None


def rollen_van(*, gebruiker_id: int, soorten: tuple[str, ...]) -> Toegang:
    """Return the access that these roles give; beheerder counts for every role. One statement."""
    ids = list(
        Rol.objects.filter(gebruiker_id=gebruiker_id, soort__in=[*soorten, "beheerder"]).values_list(
            "locatie_id", flat=True
        )
    )
    if None in ids:
        return Toegang(mag=True, locatie_ids=None)
    return Toegang(mag=bool(ids), locatie_ids=frozenset(i for i in ids if i is not None))
