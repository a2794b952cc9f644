"""Who is called in an office, as the screen of its hall shows it: numbers, no people."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from afspraken.models import Oproep
from afspraken.rules.oproepscherm import Geroepen, Oproepscherm, oproepscherm_van

BLIJFT = timedelta(minutes=30)


def oproepscherm(*, locatie_id: int, zone: str, nu: datetime) -> Oproepscherm:
    """Return the calls of the last half hour of today. One statement.

    Who is fetched (roepwijze ``ophalen``) is on no screen and in no voice.
    """
    rijen = Oproep.objects.filter(
        bezoek__locatie_id=locatie_id,
        bezoek__datum=nu.astimezone(ZoneInfo(zone)).date(),
        bezoek__roepwijze="scherm",
        op__gt=nu - BLIJFT,
    ).values_list("bezoek__letter", "bezoek__nummer", "balie__nummer", "bezoek__taal", "op")
    return oproepscherm_van(
        [
            Geroepen(f"{letter} {nummer}", balie, "en" if taal == "en" else "nl", op)
            for letter, nummer, balie, taal, op in rijen
        ],
        nu,
    )
