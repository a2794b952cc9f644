"""Who at a balie asks for help, and who goes there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet

from afspraken.models import Alarm
from locaties.models import Locatie

VELDEN = ("id", "balie__nummer", "medewerker__naam", "op")
ANTWOORD_BLIJFT = timedelta(minutes=10)  # so long the one who asked sees who comes


@dataclass(frozen=True, slots=True)
class Alarmregel:
    """Somebody at this balie asks for help."""

    alarm_id: int
    balie: int
    medewerker: str
    op: datetime


def open_alarmen(locatie: Locatie) -> tuple[Alarmregel, ...]:
    """Return who asks for help and has no answer yet. One statement."""
    rijen = Alarm.objects.filter(locatie=locatie, beantwoord_op=None).order_by("op", "id")
    return tuple(Alarmregel(*rij) for rij in rijen.values_list(*VELDEN))


def alarmen_in(*, kantoor: str, locatie_ids: frozenset[int] | None) -> tuple[Alarmregel, ...]:
    """Return the same by the code of an office that one may see; nothing elsewhere. One statement."""
    return tuple(Alarmregel(*rij) for rij in _in(kantoor, locatie_ids).values_list(*VELDEN))


@dataclass(frozen=True, slots=True)
class Alarmbalie:
    """A balie at which somebody asks for help: all that a locked tablet may show."""

    alarm_id: int
    balie: int


def alarmbalies(*, kantoor: str, locatie_ids: frozenset[int] | None = None) -> tuple[Alarmbalie, ...]:
    """Return where help is asked in this office; nothing elsewhere. One statement."""
    return tuple(Alarmbalie(*rij) for rij in _in(kantoor, locatie_ids).values_list("id", "balie__nummer"))


def _in(kantoor: str, locatie_ids: frozenset[int] | None) -> QuerySet[Alarm]:
    rijen = Alarm.objects.filter(locatie__code=kantoor, beantwoord_op=None).order_by("op", "id")
    return rijen if locatie_ids is None else rijen.filter(locatie_id__in=locatie_ids)


def wie_komt(*, balie_id: int, nu: datetime) -> str:
    """Return who answered the last alarm of this balie just now, else "". One statement."""
    rijen = Alarm.objects.filter(balie_id=balie_id).order_by("-op", "-id")
    laatste = rijen.values_list("beantwoord_op", "beantwoord_door").first()
    if laatste is None or laatste[0] is None or laatste[0] < nu - ANTWOORD_BLIJFT:
        return ""
    return laatste[1]
