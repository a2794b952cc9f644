"""No SMS after all: the number is forgotten at once."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.models import Beurtsms
from locaties.actions.stappen.daad import daad

from .stappen.bezoekrij import pak_bezoek
from .stappen.gebeurtenis import noteer_bezoek


@daad
def beurtsms_stoppen(*, bezoek_id: UUID, nu: datetime, rol: str) -> None:
    """Forget it; what has not left yet has no address any more. Again changes nothing, and wakes no page."""
    if not Beurtsms.objects.filter(bezoek_id=bezoek_id).exists():
        return
    bezoek = pak_bezoek(bezoek_id)
    gewist, _per_tabel = Beurtsms.objects.filter(bezoek=bezoek).delete()
    if gewist:
        noteer_bezoek(bezoek, "bezoek.beurtsms_gestopt", nu=nu, rol=rol)
