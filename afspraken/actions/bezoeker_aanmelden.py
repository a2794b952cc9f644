"""Somebody with an appointment has arrived: at the host, or by the own phone."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from locaties.actions.stappen.daad import daad

from .stappen.aanmelden import Aangemeld, meld_aan


@daad
def bezoeker_aanmelden(
    *,
    nu: datetime,
    rol: str,
    afspraak_id: UUID | None = None,
    code: str = "",
    locatie: str = "",
    gebruiker_id: int | None = None,
) -> Aangemeld:
    """Check in by id, or by a code or link as it was typed or scanned; again gives the same ticket.

    ``locatie``: code of the office where the visitor stands, "" when that is not known. ``rol`` "burger" is
    the own phone, bound to a period. Who was checked in before and left gets the old number back, unless
    the appointment was moved since to another day or office.

    Raises ``NietGevonden``, ``TeVroeg``, ``TeLaat``, ``VerkeerdKantoor``, ``KantoorDicht``,
    ``NietTeWijzigen``, ``NietMogelijkNu`` (helped or sent away already).
    """
    return meld_aan(
        nu=nu, rol=rol, afspraak_id=afspraak_id, code=code, locatie=locatie, gebruiker_id=gebruiker_id
    )
