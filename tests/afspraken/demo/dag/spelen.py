"""Play a day on a virtual clock: nobody waits for it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from afspraken.demo.dag.boeken import boek
from afspraken.demo.dag.kantoordag import kantoordag
from afspraken.demo.dag.plan import Gast, gasten
from afspraken.demo.dag.spel import Spel
from locaties.models import Locatie

STAP, RUSTIGE_STAP = timedelta(seconds=20), timedelta(seconds=40)


def speel(locatie: Locatie, datum: date, *, belasting: int, zaad: str = "1") -> tuple[Spel, tuple[Gast, ...]]:
    """Book beforehand and play until the day is closed; return who was planned."""
    dag = kantoordag(locatie, datum)
    assert dag is not None
    komen = gasten(dag, zaad=zaad, belasting=belasting)
    for gast in komen:
        if gast.wens is not None:
            boek(gast, locatie=locatie, datum=datum, van=dag.van)
    spel = Spel(locatie, datum, komen, zaad=zaad)
    nu: datetime = dag.van - timedelta(minutes=5)
    while not spel.is_klaar:
        nu += STAP if spel.stap(nu=nu, echt=dag.van) else RUSTIGE_STAP
    return spel, komen
