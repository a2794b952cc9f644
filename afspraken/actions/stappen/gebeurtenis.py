"""Write down what happened; never a need, nor that there is one.

Every change of an appointment, whatever it was, is ``afspraak.gewijzigd`` with nothing beside it: another
time, fewer people and other help leave the same line.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from afspraken.models import Bezoek, Gebeurtenis

from .rijen import voeg_toe


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
    """Append one event to an appointment."""
    _schrijf(soort, nu, rol, gebruiker_id, reden, afspraak_id=afspraak_id, gegevens=gegevens)


def noteer_bezoek(
    bezoek: Bezoek,
    soort: str,
    *,
    nu: datetime,
    rol: str,
    gebruiker_id: int | None = None,
    reden: str = "",
) -> None:
    """Append one event to the visit and, where there is one, to its appointment."""
    _schrijf(soort, nu, rol, gebruiker_id, reden, afspraak_id=bezoek.afspraak_id, bezoek=bezoek)


def _schrijf(
    soort: str, nu: datetime, rol: str, gebruiker_id: int | None, reden: str, **waarvan: Any
) -> None:
    voeg_toe(
        [Gebeurtenis(soort=soort, op=nu, rol=rol, gebruiker_id=gebruiker_id, reden=reden[:200], **waarvan)]
    )
