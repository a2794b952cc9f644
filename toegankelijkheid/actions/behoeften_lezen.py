"""Read which needs were chosen. First the log line, then the reading: no line, no display."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from locaties.actions.stappen.daad import daad
from locaties.rules.weigering import NietGevonden
from toegankelijkheid.models import Afstemming, Inzage
from toegankelijkheid.queries.gelezen_behoeften import GelezenBehoeften, geopend


def behoeften_lezen(
    *, afstemming_id: UUID, gebruiker_id: int | None, rol: str, doel: str, nu: datetime
) -> GelezenBehoeften:
    """Log who reads this and why, and hand it over. Raises NietGevonden when it has been wiped.

    Durable: the line is on disk before anything is shown, and no other transaction can take it back.
    """
    _noteer_inzage(afstemming_id, gebruiker_id, rol, doel, nu)
    gelezen = geopend(afstemming_id)
    if gelezen is None:
        # Wiped between the log line and the reading.
        raise NietGevonden
    return gelezen


@daad
def _noteer_inzage(afstemming_id: UUID, gebruiker_id: int | None, rol: str, doel: str, nu: datetime) -> None:
    if not Afstemming.objects.filter(pk=afstemming_id).exists():
        raise NietGevonden
    Inzage.objects.create(afstemming_id=afstemming_id, gebruiker_id=gebruiker_id, rol=rol, doel=doel, op=nu)
