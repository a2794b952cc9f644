"""Write down what is about to leave: from here on the outcome counts as uncertain until we know better."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from afspraken.models import Bericht, Contact
from afspraken.rules.smsplafond import Smsplafond
from locaties.actions.stappen.daad import daad

from .stappen.outbox import ONAF
from .stappen.smsplafond import tel_sms


@dataclass(frozen=True, slots=True)
class Vastlegging:
    """Whether it may leave now. ``vol``: not today, this limit is reached; else somebody else has it."""

    mag: bool
    vol: Smsplafond | None = None


@daad
def bericht_vastleggen(
    *, bericht_id: UUID, wie: str, naar: str, onderwerp: str, tekst: str, nu: datetime, lease: timedelta
) -> Vastlegging:
    """Count an SMS and write the text, when this worker still holds the message and it still makes sense."""
    eigen = Bericht.objects.filter(
        pk=bericht_id, status__in=ONAF, lease_van=wie, lease_tot__gt=nu, nutteloos_na__gt=nu
    )
    bericht = eigen.select_related("contact").select_for_update(of=("self",)).first()
    if bericht is None:
        return Vastlegging(mag=False)
    if bericht.kanaal == Contact.Kanaal.SMS and (vol := tel_sms(bericht, naar, nu=nu)):
        return Vastlegging(mag=False, vol=vol)
    bericht.status, bericht.lease_tot = Bericht.Status.BEZIG, nu + lease
    bericht.onderwerp, bericht.tekst = onderwerp[:120], tekst
    bericht.pogingen += 1
    bericht.save(update_fields=["status", "lease_tot", "onderwerp", "tekst", "pogingen", "gegevens"])
    return Vastlegging(mag=True)
