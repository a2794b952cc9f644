"""The process that plays the day: it reads the row, does what is due, and rests a moment.

It may be killed at any point: the next one books no one twice, lets nobody in twice and goes on.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from django.db import DatabaseError, close_old_connections, connections
from django.db.models import Q

from afspraken.models import Demodag
from afspraken.models.demodag import ENIGE
from afspraken.rules.demoklok import Demoklok
from locaties.rules.weigering import Weigering

from .boeken import boek
from .kantoordag import uren_op
from .plan import Gast
from .spel import Spel
from .stand import dag_beeindigen, dag_beginnen, gasten_van
from .terugzetten import zet_terug

logboek = logging.getLogger(__name__)
RUST = 0.2
LEASE, VERLENG = timedelta(seconds=10), timedelta(seconds=5)
Staat = Demodag.Staat


def echte_tijd() -> datetime:
    """Aware UTC: this is a door, where the clock is read."""
    return datetime.now(UTC)


class Speler:
    """One plays at a time; another one takes over when it is gone for ten seconds."""

    def __init__(self, *, wie: str, echt: Callable[[], datetime] = echte_tijd) -> None:
        self._wie, self._echt = wie, echt
        self._gestopt = threading.Event()
        self._gasten: tuple[Gast, ...] = ()
        self._spel: Spel | None = None
        self._van = ""

    def stop(self) -> None:
        """Finish the step at hand, then end."""
        self._gestopt.set()

    def draai(self) -> None:
        """Go on until stopped; a database that is away for a moment is waited for."""
        while not self._gestopt.is_set():
            close_old_connections()
            try:
                bezig = self.beurt()
            except DatabaseError:
                logboek.exception("de database antwoordt niet")
                connections.close_all()
                bezig = False
            if not bezig:
                self._gestopt.wait(RUST)

    def beurt(self) -> bool:
        """Do one thing; return whether there is more to do at once."""
        dag = self._neem()
        if dag is None:
            return False
        try:
            return self._doe(dag)
        except Weigering:  # somebody put the day back at this very moment
            return False

    def _doe(self, dag: Demodag) -> bool:
        if dag.staat == Staat.TERUGZETTEN:
            zet_terug(dag, nu=self._echt())
            self._van = ""
            return False
        self._lees(dag)
        if dag.staat == Staat.KLAARZETTEN:
            return self._boek(dag)
        return self._speel(dag)

    def _neem(self) -> Demodag | None:
        """Return the day when there is something to do and nobody else does it."""
        rij = Demodag.objects.select_related("locatie").filter(id=ENIGE)
        dag, echt = rij.exclude(staat__in=(Staat.PAUZE, Staat.KLAAR)).first(), self._echt()
        if dag is None:
            return None
        if dag.speler == self._wie and dag.speler_tot and dag.speler_tot - echt > VERLENG:
            return dag
        vrij = Q(speler__in=("", self._wie)) | Q(speler_tot__lte=echt)
        return dag if rij.filter(vrij).update(speler=self._wie, speler_tot=echt + LEASE) else None

    def _lees(self, dag: Demodag) -> None:
        van = f"{dag.locatie_id}/{dag.datum}/{dag.zaad}"
        if van != self._van:
            self._van, self._gasten, self._spel = van, gasten_van(dag), None

    def _boek(self, dag: Demodag) -> bool:
        """One appointment at a time, so that stopping never takes long."""
        met = [gast for gast in self._gasten if gast.wens is not None]
        van = uren_op(dag.locatie, dag.datum).van
        if dag.geboekt < len(met) and van is not None:
            boek(met[dag.geboekt], locatie=dag.locatie, datum=dag.datum, van=van)
            Demodag.objects.filter(id=ENIGE).update(geboekt=dag.geboekt + 1)
        else:
            dag_beginnen(echt=self._echt())
        return True

    def _speel(self, dag: Demodag) -> bool:
        if self._spel is None:
            self._spel = Spel(dag.locatie, dag.datum, self._gasten, zaad=dag.zaad)
        echt = self._echt()
        nu = Demoklok(dag.echt_op, dag.demo_op, dag.tempo).op(echt).replace(microsecond=0)
        self._spel.stap(nu=nu, echt=echt)
        if self._spel.is_klaar:
            dag_beeindigen(echt=self._echt())
        return False
