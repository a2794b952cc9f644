"""Ready again: back in the queue, at the place that was promised at arrival."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.models import Bezoek
from locaties.actions.stappen.daad import daad

from .stappen.bezoekrij import NietMogelijkNu, pak_bezoek, zet
from .stappen.gebeurtenis import noteer_bezoek


@daad
def bezoek_hervatten(
    *,
    bezoek_id: UUID,
    nu: datetime,
    rol: str = "baliemedewerker",
    gebruiker_id: int | None = None,
    locatie_ids: frozenset[int] | None = None,
) -> None:
    """Let who stood apart wait again; again is fine.

    Raises ``NietGevonden`` (also elsewhere than ``locatie_ids``), ``NietMogelijkNu``.
    """
    bezoek = pak_bezoek(bezoek_id, locatie_ids)
    if bezoek.status == Bezoek.Status.WACHTEND:
        return
    if bezoek.status != Bezoek.Status.GEPARKEERD:
        raise NietMogelijkNu
    zet(bezoek, Bezoek.Status.WACHTEND, nu=nu)
    noteer_bezoek(bezoek, "bezoek.hervat", nu=nu, rol=rol, gebruiker_id=gebruiker_id)
