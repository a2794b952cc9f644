"""Say that a loop ran to its end: the heartbeat that operators watch."""

from __future__ import annotations

from datetime import datetime

from afspraken.models import Werklus
from locaties.actions.stappen.daad import daad


@daad
def werklus_melden(*, naam: str, nu: datetime) -> None:
    """Write the moment and let the loop go."""
    Werklus.objects.update_or_create(
        naam=naam, defaults={"laatst_gedraaid_op": nu, "lease_tot": None, "lease_van": ""}
    )
