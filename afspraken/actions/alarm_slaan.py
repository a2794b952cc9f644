"""Somebody at a balie needs help at once."""

from __future__ import annotations

from datetime import datetime

from afspraken.models import Alarm
from locaties.actions.stappen.daad import daad

from .stappen.werkplekrij import pak_werkplek


@daad
def alarm_slaan(*, werkplek_id: int, nu: datetime) -> int:
    """Return the id of the alarm; the one that is still open when pressed again.

    Every open workplace and the host of the office see it until somebody answers. Raises ``NietGevonden``,
    ``WerkplekDicht``.
    """
    werkplek = pak_werkplek(werkplek_id)
    alarm, _ = Alarm.objects.get_or_create(
        balie_id=werkplek.balie_id,
        beantwoord_op=None,
        defaults={"locatie_id": werkplek.locatie_id, "medewerker_id": werkplek.medewerker_id, "op": nu},
    )
    return alarm.pk
