"""A screen is lost, stolen or gone: what hangs there goes dark."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from locaties.actions.stappen.daad import daad

from .stappen.schermrij import pak_scherm


@daad
def scherm_intrekken(*, scherm_id: UUID, locatie_ids: frozenset[int] | None, nu: datetime) -> None:
    """Withdraw for good; its device hears it at once, as a new version of the queue.

    Raises ``NietGevonden``.
    """
    scherm = pak_scherm(scherm_id, locatie_ids)
    scherm.token_hash, scherm.koppelcode_hash, scherm.koppelcode_tot = None, "", None
    scherm.ingetrokken_op = nu
    scherm.save(update_fields=["token_hash", "koppelcode_hash", "koppelcode_tot", "ingetrokken_op"])
