"""One step of the day: what is known at this moment, and what is remembered from step to step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from afspraken.queries.wachtrijstand import wachtrijstand
from afspraken.rules.volgorde import verdeel
from locaties.models import Locatie
from locaties.rules.weigering import Weigering

from .bord import Bord

OPNIEUW_KIJKEN = timedelta(seconds=30)


@dataclass
class Geheugen:
    """Lost with the process: at worst somebody has a second break.

    ``gezien``: who waited and which balies were free when the rule was asked last, at ``op``.
    """

    gezien: tuple[frozenset[UUID], frozenset[int]] | None = None
    op: datetime | None = None
    pauze_gehad: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Ogenblik:
    """``roept``: workplaces where "Volgende" calls somebody; ``sluit``: when the office closes."""

    bord: Bord
    geheugen: Geheugen
    roept: frozenset[int]
    zaad: str
    sluit: datetime
    nu: datetime


def wie_roept(bord: Bord, geheugen: Geheugen, locatie: Locatie, *, nu: datetime) -> frozenset[int]:
    """Return where somebody is called; the rule is asked again when something changed, or later."""
    vrij = frozenset(p.id for p in bord.plekken.values() if not p.pauze_sinds and not bord.aan(p.balie_id))
    gezien = (frozenset(b.id for b in bord.wachtend), vrij)
    is_kort_geleden = geheugen.op is not None and nu - geheugen.op < OPNIEUW_KIJKEN
    if not all(gezien) or (gezien == geheugen.gezien and is_kort_geleden):
        return frozenset()
    geheugen.gezien, geheugen.op = gezien, nu
    rij = wachtrijstand(locatie, nu)
    # A person may leave the balie empty: nobody waits for that.
    plaatsen = [p for p in rij.plaatsen if p.medewerker_id not in bord.ploeg.zelf]
    return frozenset(plek for plek, _ in verdeel(rij.wachtenden, plaatsen, rij.verwacht, rij.nu))


def probeer(doe_het: Callable[[], object]) -> int:
    """Return 1; 0 where it is refused: a person was first, mostly, and it is not needed any more."""
    try:
        doe_het()
    except Weigering:
        return 0
    return 1
