"""The story that goes along: sealed, for whoever serves next."""

from __future__ import annotations

from afspraken.models import Bezoek, Overdracht
from afspraken.models.overdracht import KOLOM, TABEL
from afspraken.queries.verhalen import verhalen_in
from toegankelijkheid.models.zegel import verzegel


def draag_over(bezoek: Bezoek, *, specialisme: str, verhaal: str) -> None:
    """Add this story to those before it; ``specialisme`` is that of the next turn only."""
    rij = Overdracht.objects.filter(bezoek=bezoek).first()
    verhalen = [*(verhalen_in(rij) if rij else ()), *([verhaal] if verhaal else [])]
    zegel = verzegel(tabel=TABEL, kolom=KOLOM, rij=bezoek.id, inhoud=verhalen)
    Overdracht.objects.update_or_create(
        bezoek=bezoek, defaults={"specialisme": specialisme, "verzegeld": zegel}
    )
