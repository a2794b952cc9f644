"""The visitor went away before being helped; by coming back the same number goes on."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.models import Bezoek
from locaties.actions.stappen.daad import daad

from .stappen.bezoekrij import pak_bezoek, zet
from .stappen.gebeurtenis import noteer_bezoek
from .stappen.haaltaak import vergeet_halen


@daad
def bezoeker_vertrokken(
    *,
    bezoek_id: UUID,
    nu: datetime,
    rol: str,
    gebruiker_id: int | None = None,
    locatie_ids: frozenset[int] | None = None,
) -> None:
    """End the visit; once more changes nothing.

    Raises ``NietGevonden`` (also elsewhere than ``locatie_ids``), ``NietMogelijkNu``.
    """
    bezoek = pak_bezoek(bezoek_id, locatie_ids)
    if bezoek.status == Bezoek.Status.VERTROKKEN:
        return
    vergeet_halen([bezoek.id])
    zet(bezoek, Bezoek.Status.VERTROKKEN, nu=nu)
    noteer_bezoek(bezoek, "bezoek.vertrokken", nu=nu, rol=rol, gebruiker_id=gebruiker_id)
