"""The clock of the site during a journey: it starts on a fixed morning, and a test may push it forward."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta, tzinfo

# Monday 2 November 2026, 10:00 in The Hague: no holiday in the weeks after it.
BEGIN = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


class Klok:
    """Stands in for ``datetime`` where the site reads the clock: only ``now`` is asked there."""

    def __init__(self, *, staat_stil: bool = False) -> None:
        """Start to tick, or stand still for a picture."""
        self._staat_stil = staat_stil
        self._gestart = time.monotonic()
        self._vooruit = timedelta()

    def now(self, zone: tzinfo | None = None) -> datetime:
        """Return the moment of the story."""
        getikt = 0 if self._staat_stil else time.monotonic() - self._gestart
        return BEGIN + timedelta(seconds=getikt) + self._vooruit

    def vooruit(self, **duur: int) -> None:
        """Let time pass: ``vooruit(minutes=21)``."""
        self._vooruit += timedelta(**duur)
