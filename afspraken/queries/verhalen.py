"""Open the stories that go along with a visitor; only for who serves."""

from __future__ import annotations

from typing import cast

from afspraken.models import Overdracht
from afspraken.models.overdracht import KOLOM, TABEL
from toegankelijkheid.models.zegel import open_zegel


def verhalen_in(rij: Overdracht) -> tuple[str, ...]:
    """Open the seal; oldest first. No statement."""
    inhoud = open_zegel(tabel=TABEL, kolom=KOLOM, rij=rij.bezoek_id, zegel=rij.verzegeld)
    return tuple(cast("list[str]", inhoud))
