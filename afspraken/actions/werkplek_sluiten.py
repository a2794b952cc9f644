"""The employee leaves the balie."""

from __future__ import annotations

from datetime import datetime

from locaties.actions.stappen.daad import daad

from .stappen.terugzetten import maak_balie_vrij
from .stappen.werkplekrij import WerkplekDicht, pak_werkplek


@daad
def werkplek_sluiten(
    *, werkplek_id: int, nu: datetime, rol: str = "baliemedewerker", gebruiker_id: int | None = None
) -> None:
    """Close it; who was called goes back to the same place in the queue. Once more changes nothing.

    Raises ``NietGevonden``, ``NogEenBezoeker``.
    """
    try:
        werkplek = pak_werkplek(werkplek_id)
    except WerkplekDicht:
        return
    maak_balie_vrij(werkplek.balie_id, nu=nu, rol=rol, gebruiker_id=gebruiker_id)
    werkplek.einde, werkplek.pauze_sinds = nu, None
    werkplek.save(update_fields=["einde", "pauze_sinds"])
