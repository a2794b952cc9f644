"""What was agreed for an appointment goes, also from the visit that came of it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.models import Bezoek
from toegankelijkheid.actions.afstemming_wissen import afstemming_wissen

from .haaltaak import vergeet_halen


def wis_afstemming(afstemming_id: UUID, *, nu: datetime) -> None:
    """Wipe it; the visit keeps no sign that there was one, and is called by the screen from now on."""
    afstemming_wissen(afstemming_ids=[afstemming_id], nu=nu)
    vergeet_in_bezoek(afstemming_id)


def vergeet_in_bezoek(afstemming_id: UUID) -> None:
    """Let the visit, where there is one, no longer point at what is replaced or gone."""
    bezoek = Bezoek.objects.filter(afstemming_id=afstemming_id)
    vergeet_halen(bezoek.values_list("id", flat=True), ook_buiten=False)
    bezoek.update(afstemming_id=None, roepwijze="scherm")
