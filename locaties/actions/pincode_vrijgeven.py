"""Who logs in fully, with password and second factor, may try the code again."""

from __future__ import annotations

from datetime import datetime

from locaties.models import Gebruiker

from .stappen.daad import daad


@daad
def pincode_vrijgeven(*, gebruiker_id: int, nu: datetime) -> None:
    """Forget the wrong tries."""
    Gebruiker.objects.filter(id=gebruiker_id, pincode_mis__gt=0).update(pincode_mis=0)
