"""Between which times somebody is called: promised at arrival, never changed. Seconds of the local day.

Source: algoritmen.md 4.1 with correction 4.
"""

from __future__ import annotations

from collections.abc import Collection

VROEG = 10 * 60.0  # nobody with an appointment is called earlier than this before its time
SPELING = 5 * 60.0  # an appointment is called at most this much after its time


def vroegste_van(begin: float) -> float:
    """Earliest call time of an appointment."""
    return begin - VROEG


def uiterste_van(begin: float, specialismen: Collection[str]) -> float:
    """Latest call time of an appointment: its own time when it needs somebody trained."""
    return begin + speling(heeft_specialisme=bool(specialismen))


def speling(*, heeft_specialisme: bool) -> float:
    """Seconds after its time within which an appointment is called."""
    return 0.0 if heeft_specialisme else SPELING
