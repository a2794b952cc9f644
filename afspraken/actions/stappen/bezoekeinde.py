"""The visit is over: what it was for is done, and what was told for the next counter is forgotten."""

from __future__ import annotations

from datetime import datetime

from afspraken.models import Bezoek, Overdracht

from .bezoekrij import zet
from .haaltaak import vergeet_halen


def sluit_bezoek(bezoek: Bezoek, naar: str, *, nu: datetime) -> None:
    """End it in this state. Raises ``NietMogelijkNu``."""
    zet(bezoek, naar, nu=nu)
    Overdracht.objects.filter(bezoek=bezoek).delete()
    vergeet_halen([bezoek.id])
    if naar == Bezoek.Status.AFGEROND:
        bezoek.delen.filter(klaar_op=None).update(klaar_op=nu)
