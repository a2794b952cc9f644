"""Who asked to be fetched is inside: nobody needs to come any more."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.models import Haaltaak
from locaties.actions.stappen.daad import daad

from .stappen.bezoekrij import pak_bezoek


@daad
def bezoeker_binnen_melden(*, bezoek_id: UUID, nu: datetime) -> None:
    """Take the own question off the list of the host; once more changes nothing, and wakes no page."""
    gevraagd = Haaltaak.objects.filter(bezoek_id=bezoek_id, gedaan_op=None, staat_buiten=True)
    if gevraagd.exists():
        pak_bezoek(bezoek_id)
        gevraagd.update(gedaan_op=nu)
