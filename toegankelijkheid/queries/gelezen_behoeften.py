"""What somebody has read already of what was agreed; without a line in the log there is nothing here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from toegankelijkheid.models import Afstemming, Inzage
from toegankelijkheid.models.zegel import AFSTEMMING, VERZEGELD, open_zegel


@dataclass(frozen=True, slots=True)
class GelezenBehoeften:
    """What was chosen, and what who serves must do."""

    behoeften: tuple[str, ...]
    teksten: tuple[str, ...]
    handelingen: tuple[str, ...]
    eigen_tolk: bool = False


def gelezen_behoeften(
    *, afstemming_id: UUID, gebruiker_id: int, doel: str, sinds: datetime
) -> GelezenBehoeften | None:
    """Return what this user opened for this purpose since then, else None. Two statements.

    So that what was opened stays on the page of who serves; the line was written when it was opened.
    """
    regels = Inzage.objects.filter(
        afstemming_id=afstemming_id, gebruiker_id=gebruiker_id, doel=doel, op__gte=sinds
    )
    return geopend(afstemming_id) if regels.exists() else None


def geopend(afstemming_id: UUID) -> GelezenBehoeften | None:
    """Open the seal: only for who has just written the line in the log. None: wiped. One statement."""
    zegel = Afstemming.objects.filter(pk=afstemming_id).values_list("verzegeld", flat=True).first()
    if zegel is None:
        return None
    inhoud = open_zegel(tabel=AFSTEMMING, kolom=VERZEGELD, rij=afstemming_id, zegel=zegel)
    keuze = cast("dict[str, Any]", inhoud)
    return GelezenBehoeften(
        behoeften=tuple(keuze["behoeften"]),
        teksten=tuple(keuze["teksten"]),
        handelingen=tuple(keuze["handelingen"]),
        eigen_tolk=keuze["eigen_tolk"],
    )
