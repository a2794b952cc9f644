"""How many bookings per second 50 processes make together, against the same rows without lock and choice.

The mornings are booked already; all that is booked here lies in the afternoon and fits.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict
from datetime import date, timedelta
from itertools import count

from django.db import connection, transaction

from tests.bouwers import NU
from tests.gelijktijdig.ploeg import Ploeg, Uitkomst, een_tegelijk

from .boeking import CELLEN, Boeking, boekingen
from .kopie import kopieer
from .toneel import MIDDAG, Kantoor, alleen_ochtend, bijgewerkt, dagen_vanaf, een_groot_kantoor, vul
from .uitvoer import meld

PROCESSEN = 50
MAANDAG = NU.date() + timedelta(days=7)
WEKEN = {"kaal": dagen_vanaf(MAANDAG, 5), "echt": dagen_vanaf(MAANDAG + timedelta(days=7), 5)}
STARTS = range(MIDDAG[0], MIDDAG[1], CELLEN)
OP_EEN_DAG, IN_DE_STAD, WARM = 400, 1_000, PROCESSEN
_nummers = count()


def meet_alles() -> None:
    """Build a city, then book in it, bare and real, on days of the same shape."""
    stad = _een_stad()
    ploeg = Ploeg(PROCESSEN, os.environ["DATABASE_URL"])
    try:
        for hoe, dagen in WEKEN.items():  # the first booking of a process loads what it needs
            _per_seconde(ploeg, hoe, list(_in_de_stad(stad, dagen, WARM, rij=1)))
        for naam, plekken, aantal in (
            ("een_dag", _op_een_dag, OP_EEN_DAG),
            ("stad", _in_de_stad, IN_DE_STAD),
        ):
            tempo = {
                hoe: _per_seconde(ploeg, hoe, list(plekken(stad, dagen, aantal)))
                for hoe, dagen in WEKEN.items()
            }
            meld(f"boekingen_{naam}_per_s", tempo["echt"], "per s")
            meld(f"boekingen_{naam}_kaal_per_s", tempo["kaal"], "per s")
            meld(f"boekingen_{naam}_x_kaal", tempo["echt"] / tempo["kaal"], "x")
    finally:
        ploeg.naar_huis()


def _een_stad() -> list[Kantoor]:
    dagen = [dag for week in WEKEN.values() for dag in week]
    stad = [een_groot_kantoor("kantoor-0", medewerkers=20, dagen=dagen)]
    vul(stad[0], dagen, alleen_ochtend(random.Random(1)))
    with transaction.atomic():
        for nummer in range(1, 50):
            stad.append(een_groot_kantoor(f"kantoor-{nummer}", medewerkers=20, dagen=dagen))
            kopieer(stad[0], stad[-1], nummer)
    bijgewerkt()
    return stad


def _op_een_dag(
    stad: Sequence[Kantoor], dagen: Sequence[date], aantal: int
) -> Iterator[tuple[Kantoor, date, int, int]]:
    """All on one day of one office."""
    for n in range(aantal):
        yield stad[0], dagen[0], STARTS[n % len(STARTS)], n // len(STARTS)


def _in_de_stad(
    stad: Sequence[Kantoor], dagen: Sequence[date], aantal: int, rij: int = 0
) -> Iterator[tuple[Kantoor, date, int, int]]:
    """Spread over all offices and five days, in an order that has no order."""
    plekken = [
        (kantoor, dag, start, 19 - rij) for start in STARTS[rij::2] for kantoor in stad for dag in dagen
    ][:aantal]
    random.Random(2).shuffle(plekken)
    yield from plekken


def _per_seconde(ploeg: Ploeg, hoe: str, plekken: Sequence[tuple[Kantoor, date, int, int]]) -> float:
    """Divide them over the processes; from the first that begins to the last that ends."""
    lijst = boekingen(plekken, vanaf=next(_nummers) * 10_000)
    opdrachten = [
        (f"{__package__}.taken:boek_reeks", {"hoe": hoe, "reeks": _als_json(lijst[i::PROCESSEN])})
        for i in range(PROCESSEN)
    ]
    connection.close()
    with _alleen():
        uitkomsten = ploeg.samen(opdrachten)
    tijden = [_tijden(uitkomst) for uitkomst in uitkomsten]
    return len(lijst) / (max(eind for _, eind in tijden) - min(begin for begin, _ in tijden))


def _als_json(reeks: Sequence[Boeking]) -> list[dict[str, object]]:
    return [asdict(boeking) for boeking in reeks]


def _tijden(uitkomst: Uitkomst) -> tuple[float, float]:
    assert not uitkomst.fout, uitkomst.fout
    assert not uitkomst.weigering, uitkomst.weigering
    begin, eind = uitkomst.uit
    return begin, eind


def _alleen() -> AbstractContextManager[None]:
    """No other crew at work meanwhile; on PostgreSQL a crew sees to that itself."""
    return een_tegelijk() if connection.vendor == "sqlite" else nullcontext()
