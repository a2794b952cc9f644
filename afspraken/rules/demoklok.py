"""The clock of the demo: from a moment on it runs so many times as fast as the real one, or stands still."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

SNELST = 60


@dataclass(frozen=True, slots=True)
class Demoklok:
    """At the real moment ``echt_op`` it was ``demo_op`` in the demo; ``tempo`` 0 stands still."""

    echt_op: datetime
    demo_op: datetime
    tempo: int

    def op(self, echt: datetime) -> datetime:
        """Return the moment of the demo at a real moment, never before it was set."""
        return self.demo_op + max(echt - self.echt_op, echt - echt) * self.tempo

    def met_tempo(self, tempo: int, *, echt: datetime) -> Demoklok:
        """Go on from where it is, at another speed."""
        return Demoklok(echt, self.op(echt), tempo)
