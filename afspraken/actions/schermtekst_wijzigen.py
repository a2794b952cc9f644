"""What the office says on a screen: "De koffie is gratis." """

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from locaties.actions.stappen.daad import daad

from .stappen.schermrij import pak_scherm


@daad
def schermtekst_wijzigen(
    *, scherm_id: UUID, tekst: str, locatie_ids: frozenset[int] | None, nu: datetime
) -> None:
    """Set the text, at most 160 characters; "" takes it away. On the screen at once.

    Raises ``NietGevonden``.
    """
    scherm = pak_scherm(scherm_id, locatie_ids)
    scherm.tekst = tekst
    scherm.save(update_fields=["tekst"])
