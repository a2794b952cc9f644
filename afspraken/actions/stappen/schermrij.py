"""Take one screen that is in use, under the lock of its office's queue."""

from __future__ import annotations

from uuid import UUID

from afspraken.models import Scherm
from locaties.rules.weigering import NietGevonden

from .wachtrijslot import vergrendel_wachtrij


def pak_scherm(scherm_id: UUID, locatie_ids: frozenset[int] | None) -> Scherm:
    """Return it; what hangs in that office hears that something changed. Raises ``NietGevonden``.

    ``locatie_ids``: the offices somebody may see; None = all. A screen that was withdrawn is nobody's.
    """
    rijen = Scherm.objects.select_related("locatie").filter(id=scherm_id, ingetrokken_op__isnull=True)
    if locatie_ids is not None:
        rijen = rijen.filter(locatie_id__in=locatie_ids)
    locatie_id = rijen.values_list("locatie_id", flat=True).first()
    if locatie_id is None:
        raise NietGevonden("Wij vinden dit scherm niet bij uw kantoor.")
    vergrendel_wachtrij(locatie_id)
    scherm = rijen.first()
    if scherm is None:  # withdrawn while we waited
        raise NietGevonden("Wij vinden dit scherm niet bij uw kantoor.")
    return scherm
