"""How does this draft stand?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from afspraken.models import Aanvraag, Afspraak
from afspraken.rules.aanvraag import Aanvraaggegevens
from toegankelijkheid.models.zegel import open_zegel

TABEL, KOLOM = "afspraken_aanvraag", "verzegeld"


@dataclass(frozen=True, slots=True)
class Aanvraagstand:
    """The draft and the time that is held for it (aware UTC; None when nothing is held)."""

    id: UUID | None
    gegevens: Aanvraaggegevens
    afspraak_id: UUID | None = None
    vastgehouden_tot: datetime | None = None
    verlengd: int = 0
    is_verlopen: bool = False


def lees_aanvraag(*, aanvraag_id: UUID | None) -> Aanvraagstand:
    """Return the draft; an unknown or wiped one is simply empty. One statement."""
    rij = Aanvraag.objects.select_related("afspraak").filter(id=aanvraag_id).first() if aanvraag_id else None
    if rij is None:
        return Aanvraagstand(None, Aanvraaggegevens())
    gegevens = open_gegevens(rij)
    if rij.afspraak is None:
        return Aanvraagstand(rij.id, gegevens)
    return Aanvraagstand(
        rij.id,
        gegevens,
        rij.afspraak.id,
        rij.afspraak.vastgehouden_tot,
        rij.afspraak.verlengd,
        is_verlopen=rij.afspraak.status == Afspraak.Status.VERLOPEN,
    )


def open_gegevens(rij: Aanvraag) -> Aanvraaggegevens:
    """Unseal what was typed."""
    inhoud = open_zegel(tabel=TABEL, kolom=KOLOM, rij=rij.id, zegel=rij.verzegeld)
    return Aanvraaggegevens.uit_json(cast(dict[str, Any], inhoud))
