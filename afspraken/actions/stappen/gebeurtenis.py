"""Write down what happened; never a need."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from afspraken.models import Gebeurtenis


def noteer(
    afspraak_id: UUID,
    soort: str,
    *,
    nu: datetime,
    rol: str,
    gebruiker_id: int | None = None,
    reden: str = "",
    **gegevens: Any,
) -> None:
    """Append one event."""
    Gebeurtenis.objects.create(
        afspraak_id=afspraak_id,
        soort=soort,
        op=nu,
        rol=rol,
        gebruiker_id=gebruiker_id,
        reden=reden[:200],
        gegevens=gegevens,
    )
