"""Read which needs were chosen. First the log line, then the reading: no line, no display."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.db import transaction

from locaties.rules.weigering import NietGevonden
from toegankelijkheid.models import Afstemming, Inzage
from toegankelijkheid.models.zegel import AFSTEMMING, VERZEGELD, open_zegel


@dataclass(frozen=True, slots=True)
class GelezenBehoeften:
    """What was chosen, and what who serves must do."""

    behoeften: tuple[str, ...]
    teksten: tuple[str, ...]
    handelingen: tuple[str, ...]
    eigen_tolk: bool = False


def behoeften_lezen(
    *, afstemming_id: UUID, gebruiker_id: int | None, rol: str, doel: str, nu: datetime
) -> GelezenBehoeften:
    """Log who reads this and why, and hand it over. Raises NietGevonden when it has been wiped.

    Durable: the line is on disk before anything is shown, and no other transaction can take it back.
    """
    with transaction.atomic(durable=True):
        if not Afstemming.objects.filter(pk=afstemming_id).exists():
            raise NietGevonden
        Inzage.objects.create(
            afstemming_id=afstemming_id, gebruiker_id=gebruiker_id, rol=rol, doel=doel, op=nu
        )
    keuze = _geopend(afstemming_id)
    return GelezenBehoeften(
        behoeften=tuple(keuze["behoeften"]),
        teksten=tuple(keuze["teksten"]),
        handelingen=tuple(keuze["handelingen"]),
        eigen_tolk=keuze["eigen_tolk"],
    )


def _geopend(afstemming_id: UUID) -> dict[str, Any]:
    zegel = Afstemming.objects.filter(pk=afstemming_id).values_list("verzegeld", flat=True).first()
    if zegel is None:
        # Wiped between the log line and the reading.
        raise NietGevonden
    inhoud = open_zegel(tabel=AFSTEMMING, kolom=VERZEGELD, rij=afstemming_id, zegel=zegel)
    return cast("dict[str, Any]", inhoud)
