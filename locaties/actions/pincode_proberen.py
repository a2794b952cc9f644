"""One try to unlock with the code: counted under a lock, so that nobody has more tries by being quick."""

from __future__ import annotations

from datetime import datetime

from locaties.models import Gebruiker
from locaties.rules.pincode import over

from .stappen.daad import daad


@daad
def pincode_proberen(*, gebruiker_id: int, klopt: bool, nu: datetime) -> int | None:
    """Return None when it unlocks, else how many tries are left (0: only the full login).

    ``klopt``: what the comparison said (``pincode_klopt``; too slow to do under a lock). When the tries are
    used up, the right code no longer helps.
    """
    rij = Gebruiker.objects.select_for_update().get(id=gebruiker_id)
    if not rij.pincode or not over(rij.pincode_mis):
        return 0
    rij.pincode_mis = 0 if klopt else rij.pincode_mis + 1
    rij.save(update_fields=["pincode_mis"])
    return None if klopt else over(rij.pincode_mis)
