"""Which screen of which office carries this token, and what does the office say on it?"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from afspraken.models import Scherm
from afspraken.rules.schermkoppeling import schermtoken_hash


@dataclass(frozen=True, slots=True)
class Schermtoegang:
    """A screen that may look, and the only office it may look at.

    ``kantoor``: name of the office. ``zone``: of its wall clock. ``tekst``: what it says on this screen.
    """

    scherm_id: UUID
    locatie_id: int
    kantoor: str
    zone: str
    tekst: str


def scherm_bij(*, token: str) -> Schermtoegang | None:
    """Return the screen behind the cookie; None when it was withdrawn or never there. One statement."""
    if not token:
        return None
    rijen = Scherm.objects.filter(token_hash=schermtoken_hash(token), ingetrokken_op__isnull=True)
    rij = rijen.values_list("id", "locatie_id", "locatie__naam", "locatie__tijdzone", "tekst").first()
    return Schermtoegang(*rij) if rij else None
