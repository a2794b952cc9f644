"""What a process of the crew does: a row of bookings; it tells when it began and when it ended (epoch)."""

from __future__ import annotations

import time
from typing import Any

from afspraken.queries.aanbod import kantoren

from .boeking import Boeking, boek_echt, boek_kaal

HOE = {"echt": boek_echt, "kaal": boek_kaal}


def boek_reeks(*, hoe: str, reeks: list[dict[str, Any]]) -> tuple[float, float]:
    """Book them one after the other."""
    lijst = [Boeking(**velden) for velden in reeks]
    kantoren()  # a server has shown the offices to whoever books
    begin = time.time()
    for boeking in lijst:
        HOE[hoe](boeking)
    return begin, time.time()
