"""Give out the next number: one counter row per office, local day and letter."""

from __future__ import annotations

from datetime import date
from typing import Literal

from django.db.models import F

from afspraken.models import Volgnummer

Letter = Literal["A", "B", "C"]


def volgend_nummer(locatie_id: int, datum: date, letter: Letter) -> int:
    """Return 1, 2, 3, ... without a gap or a double; only under the lock of the office's queue."""
    rij = Volgnummer.objects.filter(locatie_id=locatie_id, datum=datum, letter=letter)
    if not rij.update(laatste=F("laatste") + 1):
        Volgnummer.objects.create(locatie_id=locatie_id, datum=datum, letter=letter, laatste=1)
        return 1
    return rij.values_list("laatste", flat=True).get()
