"""What time is it in the demo? The site and the worker ask the same row."""

from __future__ import annotations

from datetime import datetime

from afspraken.models.demodag import ENIGE, Demodag
from afspraken.rules.demoklok import Demoklok


def demotijd(*, echt: datetime) -> datetime:
    """Return the moment of the demo; the real one when no day is played. One statement."""
    rij = Demodag.objects.filter(id=ENIGE).values_list("echt_op", "demo_op", "tempo").first()
    return Demoklok(*rij).op(echt) if rij else echt
