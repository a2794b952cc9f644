"""The pause is over."""

from __future__ import annotations

from datetime import datetime

from locaties.actions.stappen.daad import daad

from .stappen.werkplekrij import pak_werkplek


@daad
def werkplek_hervatten(*, werkplek_id: int, nu: datetime) -> None:
    """End the pause; once more changes nothing. Raises ``NietGevonden``, ``WerkplekDicht``."""
    werkplek = pak_werkplek(werkplek_id)
    werkplek.pauze_sinds = None
    werkplek.save(update_fields=["pauze_sinds"])
