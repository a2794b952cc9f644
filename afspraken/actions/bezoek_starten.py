"""The visitor has come to the balie."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.models import Bezoek
from locaties.actions.stappen.daad import daad

from .stappen.bezoekrij import zet
from .stappen.gebeurtenis import noteer_bezoek
from .stappen.werkplekrij import pak_bezoek_hier


@daad
def bezoek_starten(
    *,
    werkplek_id: int,
    bezoek_id: UUID,
    nu: datetime,
    rol: str = "baliemedewerker",
    gebruiker_id: int | None = None,
) -> None:
    """Begin; once more changes nothing. Raises ``NietGevonden``, ``NietMogelijkNu``."""
    bezoek = pak_bezoek_hier(bezoek_id, werkplek_id)
    if bezoek.status == Bezoek.Status.IN_BEHANDELING:
        return
    bezoek.begonnen_op = bezoek.begonnen_op or nu
    # Whoever is here was not missed: the count is of calls in a row.
    bezoek.gemist = 0
    zet(bezoek, Bezoek.Status.IN_BEHANDELING, nu=nu)
    noteer_bezoek(bezoek, "bezoek.begonnen", nu=nu, rol=rol, gebruiker_id=gebruiker_id)
