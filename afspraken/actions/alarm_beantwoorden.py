"""Somebody goes there."""

from __future__ import annotations

from datetime import datetime

from afspraken.models import Alarm
from locaties.actions.stappen.daad import daad
from locaties.rules.weigering import NietGevonden

from .stappen.wachtrijslot import vergrendel_wachtrij


@daad
def alarm_beantwoorden(
    *, alarm_id: int, door: str, nu: datetime, locatie_ids: frozenset[int] | None = None
) -> str:
    """Return who answered: ``door`` (a name), or who was first.

    Raises ``NietGevonden``, also elsewhere than ``locatie_ids``.
    """
    locatie_id = Alarm.objects.filter(id=alarm_id).values_list("locatie_id", flat=True).first()
    if locatie_id is None or (locatie_ids is not None and locatie_id not in locatie_ids):
        raise NietGevonden("Dit alarm is er niet.")
    vergrendel_wachtrij(locatie_id)
    alarm = Alarm.objects.get(id=alarm_id)
    if alarm.beantwoord_op is None:
        alarm.beantwoord_op, alarm.beantwoord_door = nu, door[:80]
        alarm.save(update_fields=["beantwoord_op", "beantwoord_door"])
    return alarm.beantwoord_door
