"""How long people waited in one week at one office, by kind, and how good the forecasts were."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from afspraken.models import Bezoek
from afspraken.rules.belofte import SPELING
from afspraken.rules.wachtcijfers import (
    Norm,
    Voorspelcijfers,
    Voorspeld,
    Wachtcijfers,
    voorspelcijfers,
    wachtcijfers,
)
from locaties.models import Locatie

from .eigen_kantoor import eigen_kantoor

WEEK = timedelta(days=7)
AFSPRAAK_OP_TIJD, INLOOP_OP_TIJD = 0.95, 0.90  # huisstijl.md, default service norms


@dataclass(frozen=True, slots=True)
class Soortcijfers:
    """One kind of number. None: fewer than ten people, so nothing is told."""

    letter: str
    wacht: Wachtcijfers | None
    voorspeld: Voorspelcijfers | None


@dataclass(frozen=True, slots=True)
class Weekcijfers:
    """One office in the week from this Monday; ``voorspeld``: all kinds together."""

    kantoor: str
    kantoor_code: str
    maandag: date
    soorten: tuple[Soortcijfers, ...]
    voorspeld: Voorspelcijfers | None


class _Rij(NamedTuple):
    letter: str
    sinds: datetime
    geroepen: datetime
    p50: datetime | None
    p80: datetime | None
    herzieningen: int | None


def verwachtingscijfers(*, kantoor: str, locatie_ids: frozenset[int] | None, maandag: date) -> Weekcijfers:
    """Return them; ``NietGevonden`` elsewhere. Two statements, however many visits.

    A visit counts in the week of its local date, once it has been called.
    """
    locatie = eigen_kantoor(kantoor=kantoor, locatie_ids=locatie_ids)
    rijen = Bezoek.objects.filter(
        locatie=locatie, datum__gte=maandag, datum__lt=maandag + WEEK, eerst_geroepen_op__isnull=False
    ).order_by("letter")
    velden = ("letter", "wacht_sinds", "eerst_geroepen_op")
    van_verwachting = ("verwachting__eerste_p50", "verwachting__eerste_p80", "verwachting__herzieningen")
    alle = [_Rij(*rij) for rij in rijen.values_list(*velden, *van_verwachting)]
    return Weekcijfers(
        kantoor=locatie.naam,
        kantoor_code=locatie.code,
        maandag=maandag,
        soorten=tuple(
            _soort(letter, [rij for rij in alle if rij.letter == letter], locatie)
            for letter in sorted({rij.letter for rij in alle})
        ),
        voorspeld=voorspelcijfers(list(_voorspeld(alle))),
    )


def _soort(letter: str, rijen: list[_Rij], locatie: Locatie) -> Soortcijfers:
    norm = (
        Norm(SPELING, AFSPRAAK_OP_TIJD)
        if letter == "A"
        else Norm(locatie.inloopnorm_minuten * 60.0, INLOOP_OP_TIJD)
    )
    wachten = ((rij.geroepen - rij.sinds).total_seconds() for rij in rijen)
    return Soortcijfers(letter, wachtcijfers(wachten, norm), voorspelcijfers(list(_voorspeld(rijen))))


def _voorspeld(rijen: Iterable[_Rij]) -> Iterable[Voorspeld]:
    """Only of who had to wait long enough to be told something."""
    for rij in rijen:
        if rij.p50 is not None and rij.p80 is not None:
            yield Voorspeld(
                rij.p50.timestamp(), rij.p80.timestamp(), rij.geroepen.timestamp(), rij.herzieningen or 0
            )
