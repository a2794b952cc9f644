"""The worker: messages and sweeps, and beside them the forecast, until somebody says stop."""

from __future__ import annotations

import logging
import threading
from datetime import datetime, timedelta
from random import sample
from uuid import UUID

from django.db import DatabaseError, close_old_connections, connections

from afspraken.actions.werklus_melden import werklus_melden
from afspraken.queries.te_versturen import te_versturen
from locaties.actions.stappen.daad import EvenDruk

from . import klok as echte_klok
from .bericht import verwerk_bericht
from .klok import Klok
from .lussen import draai_lussen
from .verwachten import Verwachter

logboek = logging.getLogger(__name__)
BERICHTEN = "berichten"
HARTSLAG = timedelta(seconds=10)
AFSCHEID = 5.0  # seconds to finish the office at hand


class Werker:
    """One process; any number may run at once, and each may be killed at any moment."""

    def __init__(self, *, wie: str, klok: Klok = echte_klok.nu, wacht_seconden: float = 1.0) -> None:
        self._wie = wie
        self._klok = klok
        self._wacht_seconden = wacht_seconden
        self._gestopt = threading.Event()
        self._laatste_hartslag: datetime | None = None
        self._verwachter = Verwachter(wie=wie, klok=klok)

    def stop(self) -> None:
        """Finish the message at hand, then end."""
        self._gestopt.set()

    def draai(self) -> None:
        """Go on until stopped; a database that is away for a moment is waited for.

        The forecast has a thread of its own: a provider that does not answer must not make it old.
        """
        verwachter = threading.Thread(
            target=self._verwachter.draai, args=[self._gestopt], name="verwachter", daemon=True
        )
        verwachter.start()
        self._draai_berichten()
        verwachter.join(AFSCHEID)

    def _draai_berichten(self) -> None:
        while not self._gestopt.is_set():
            close_old_connections()
            try:
                deed_iets = self.draai_een_keer()
            except (DatabaseError, EvenDruk):
                logboek.exception("de database antwoordt niet")
                connections.close_all()
                deed_iets = False
            if not deed_iets:
                self._gestopt.wait(self._wacht_seconden)

    def draai_een_keer(self) -> bool:
        """Do the sweeps and one handful of messages; return whether there was a message to do."""
        draai_lussen(wie=self._wie, klok=self._klok)
        rij = te_versturen(nu=self._klok())
        # Shuffled, so that two workers do not fight for the same one.
        gedaan = [self._verwerk(bericht_id) for bericht_id in sample(rij, len(rij))]
        self._klop()
        return any(gedaan)

    def draai_leeg(self) -> None:
        """Do all that is due now, and no more."""
        while self.draai_een_keer() and not self._gestopt.is_set():
            continue
        self._verwachter.ronde()

    def _verwerk(self, bericht_id: UUID) -> bool:
        if self._gestopt.is_set():
            return False
        return verwerk_bericht(bericht_id, wie=self._wie, klok=self._klok)

    def _klop(self) -> None:
        nu = self._klok()
        if self._laatste_hartslag is None or nu - self._laatste_hartslag >= HARTSLAG:
            werklus_melden(naam=BERICHTEN, nu=nu)
            self._laatste_hartslag = nu
