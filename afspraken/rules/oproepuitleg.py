"""The explanation of a call as it is kept: a kind, without anything that tells of a need."""

from __future__ import annotations

from dataclasses import dataclass

from .volgorde import Reden, Uitleg

GEKOZEN = "gekozen"  # by the employee, not by the rule
GESCHEIDEN = "/"


@dataclass(frozen=True, slots=True)
class Oproepreden:
    """``voorbij``: why somebody before it was passed over, "" when nobody was."""

    reden: str
    voorbij: str = ""


def te_bewaren(uitleg: Uitleg | None) -> str:
    """Return what stands with the call for good; None: the employee chose.

    That a balie was reserved would tell, afterwards, that somebody needed it: kept as an appointment.
    """
    if uitleg is None:
        return GEKOZEN
    reden = Reden.AFSPRAAK if uitleg.reden == Reden.HIER_BELOOFD else uitleg.reden
    return f"{reden}{GESCHEIDEN}{uitleg.voorbij}" if uitleg.voorbij else str(reden)


def lees(bewaard: str) -> Oproepreden:
    """Read back what was kept."""
    reden, _, voorbij = bewaard.partition(GESCHEIDEN)
    return Oproepreden(reden, voorbij)
