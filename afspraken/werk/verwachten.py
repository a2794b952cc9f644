"""The forecast of every office, kept up beside the messages: neither waits for the other."""

from __future__ import annotations

import logging
import threading
from datetime import datetime, timedelta

from django.db import DatabaseError, close_old_connections, connections

from afspraken.actions.verwachtingen_bijwerken import verwachtingen_bijwerken
from afspraken.actions.werklus_melden import werklus_melden
from afspraken.actions.werklus_pakken import werklus_pakken
from afspraken.queries.te_verversen import te_verversen
from locaties.actions.stappen.daad import EvenDruk

from .klok import Klok

logboek = logging.getLogger(__name__)
VERWACHTINGEN = "verwachtingen"
RUST = timedelta(seconds=5)  # changes that follow each other are looked at together
LEASE = timedelta(seconds=30)
HARTSLAG = timedelta(seconds=10)
KIJK_ELKE = 1.0  # seconds


class Verwachter:
    """Looks once a second where the queue changed; may be killed at any moment, and more than one may run."""

    def __init__(self, *, wie: str, klok: Klok, kijk_elke: float = KIJK_ELKE) -> None:
        """Nothing is read yet."""
        self._wie = wie
        self._klok = klok
        self._kijk_elke = kijk_elke
        self._laatste_hartslag: datetime | None = None

    def draai(self, gestopt: threading.Event) -> None:
        """Go on until stopped; a database that is away for a moment is waited for."""
        while not gestopt.wait(self._kijk_elke):
            close_old_connections()
            try:
                self.ronde()
            except (DatabaseError, EvenDruk):
                logboek.exception("de verwachting: de database antwoordt niet")
                connections.close_all()
        connections.close_all()

    def ronde(self) -> int:
        """Refresh each office that is due and that nobody else has; return how many."""
        gedaan = sum(self._ververs(locatie_id) for locatie_id in te_verversen(nu=self._klok()))
        self._klop()
        return gedaan

    def _ververs(self, locatie_id: int) -> bool:
        naam = f"verwachting:{locatie_id}"
        if not werklus_pakken(naam=naam, wie=self._wie, elke=RUST, lease=LEASE, nu=self._klok()):
            return False
        try:
            verwachtingen_bijwerken(locatie_id=locatie_id, nu=self._klok())
        except (DatabaseError, EvenDruk):
            raise
        except Exception:
            # One office that cannot be forecast must not stop the rest; it keeps its lease and comes back.
            logboek.exception("de verwachting van kantoor %s is mislukt", locatie_id)
            return False
        werklus_melden(naam=naam, nu=self._klok())
        return True

    def _klop(self) -> None:
        nu = self._klok()
        if self._laatste_hartslag is None or nu - self._laatste_hartslag >= HARTSLAG:
            werklus_melden(naam=VERWACHTINGEN, nu=nu)
            self._laatste_hartslag = nu
