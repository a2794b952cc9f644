"""Where does this user sit?"""

from __future__ import annotations

from dataclasses import dataclass

from afspraken.models import Werkplek
from locaties.models import Medewerker


@dataclass(frozen=True, slots=True)
class MijnWerkplek:
    """Who this user is as an employee, None for somebody who does not serve; and the open workplace."""

    medewerker_id: int | None = None
    werkplek_id: int | None = None
    locatie_id: int | None = None


def mijn_werkplek(*, gebruiker_id: int, locatie_ids: frozenset[int] | None) -> MijnWerkplek:
    """Return it; a workplace at an office that is not of the own role does not count. Two statements."""
    wie = Medewerker.objects.filter(gebruiker_id=gebruiker_id, is_actief=True).values_list("id", flat=True)
    medewerker_id = wie.first()
    if medewerker_id is None:
        return MijnWerkplek()
    hier = Werkplek.objects.filter(medewerker_id=medewerker_id, einde=None)
    if locatie_ids is not None:
        hier = hier.filter(locatie_id__in=locatie_ids)
    return MijnWerkplek(medewerker_id, *(hier.values_list("id", "locatie_id").first() or (None, None)))


def werkkantoor(*, gebruiker_id: int, locatie_ids: frozenset[int] | None) -> str:
    """Return the code of the office in which this user sits at a balie, else "". One statement."""
    hier = Werkplek.objects.filter(medewerker__gebruiker_id=gebruiker_id, einde=None)
    if locatie_ids is not None:
        hier = hier.filter(locatie_id__in=locatie_ids)
    return hier.values_list("locatie__code", flat=True).first() or ""
