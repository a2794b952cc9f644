"""Take in a receipt of the provider; late, twice or out of order changes nothing that is known better."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.models import Bericht
from afspraken.rules.berichtstatus import status_na_melding
from locaties.actions.stappen.daad import daad

from .stappen.outbox import sluit_af


@daad
def bericht_status_bijwerken(
    *, bericht_id: UUID, provider_id: str, gemeld: str, nu: datetime, foutcode: str = ""
) -> bool:
    """Return whether the receipt told something new about a message of ours."""
    bericht = Bericht.objects.select_for_update(of=("self",)).filter(pk=bericht_id).first()
    if bericht is None or bericht.provider_id not in {"", provider_id}:
        return False
    status = status_na_melding(bericht.status, gemeld)
    if status is None:
        return False
    fout = f"provider_{foutcode or gemeld}" if status == Bericht.Status.MISLUKT else ""
    sluit_af(bericht, status, nu=nu, provider_id=provider_id[:64], fout=fout)
    return True
