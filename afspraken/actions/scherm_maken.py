"""A new screen for the hall of an office; it shows nothing before it is paired."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.models import Scherm
from afspraken.queries.eigen_kantoor import eigen_kantoor
from locaties.actions.stappen.daad import daad
from locaties.rules.weigering import Weigering

from .stappen.wachtrijslot import vergrendel_wachtrij


class SchermnaamBestaat(Weigering):
    """Staff must be able to tell which one they withdraw."""

    code = "schermnaam_bestaat"
    melding = "Er is in dit kantoor al een scherm met deze naam. Kies een andere naam."


@daad
def scherm_maken(*, kantoor: str, naam: str, locatie_ids: frozenset[int] | None, nu: datetime) -> UUID:
    """Return the id of the new screen. Raises ``NietGevonden`` (not your office), ``SchermnaamBestaat``."""
    locatie = eigen_kantoor(kantoor=kantoor, locatie_ids=locatie_ids)
    vergrendel_wachtrij(locatie.pk)
    if Scherm.objects.filter(locatie=locatie, naam=naam, ingetrokken_op__isnull=True).exists():
        raise SchermnaamBestaat
    return Scherm.objects.create(locatie=locatie, naam=naam).id
