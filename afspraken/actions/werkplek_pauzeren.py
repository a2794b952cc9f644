"""A pause: nobody is called here, and nobody moves to the back."""

from __future__ import annotations

from datetime import datetime

from locaties.actions.stappen.daad import daad

from .stappen.terugzetten import maak_balie_vrij
from .stappen.werkplekrij import pak_werkplek


@daad
def werkplek_pauzeren(
    *, werkplek_id: int, nu: datetime, rol: str = "baliemedewerker", gebruiker_id: int | None = None
) -> None:
    """Begin a pause; who was called goes back to the same place in the queue. Once more changes nothing.

    Raises ``NietGevonden``, ``WerkplekDicht``, ``NogEenBezoeker``.
    """
    werkplek = pak_werkplek(werkplek_id)
    if werkplek.pauze_sinds is not None:
        return
    maak_balie_vrij(werkplek.balie_id, nu=nu, rol=rol, gebruiker_id=gebruiker_id)
    werkplek.pauze_sinds = nu
    werkplek.save(update_fields=["pauze_sinds"])
