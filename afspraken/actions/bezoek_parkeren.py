"""Stand apart for a while: a form to fill in, a photo to take. Nobody calls, and the place is kept."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.models import Bezoek
from locaties.actions.stappen.daad import daad

from .stappen.bezoekrij import pak_bezoek, zet
from .stappen.gebeurtenis import noteer_bezoek
from .stappen.werkplekrij import pak_bezoek_hier


@daad
def bezoek_parkeren(
    *,
    bezoek_id: UUID,
    nu: datetime,
    werkplek_id: int | None = None,
    rol: str = "baliemedewerker",
    gebruiker_id: int | None = None,
    locatie_ids: frozenset[int] | None = None,
) -> None:
    """Set who waits, or is being helped, apart; once more changes nothing.

    ``werkplek_id``: only who is helped there, for who presses at a balie.

    Raises ``NietGevonden`` (also elsewhere than ``locatie_ids``), ``NietMogelijkNu`` (called, or done).
    """
    bezoek = pak_bezoek_hier(bezoek_id, werkplek_id) if werkplek_id else pak_bezoek(bezoek_id, locatie_ids)
    if bezoek.status == Bezoek.Status.GEPARKEERD:
        return
    zet(bezoek, Bezoek.Status.GEPARKEERD, nu=nu)
    noteer_bezoek(bezoek, "bezoek.geparkeerd", nu=nu, rol=rol, gebruiker_id=gebruiker_id)
