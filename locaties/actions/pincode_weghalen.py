"""Do without a code for the tablet again: then the password or the app unlocks."""

from __future__ import annotations

from datetime import datetime

from locaties.models import Gebruiker

from .stappen.daad import daad


@daad
def pincode_weghalen(*, gebruiker_id: int, nu: datetime) -> None:
    """Forget it; once more changes nothing."""
    Gebruiker.objects.filter(id=gebruiker_id).update(pincode="", pincode_op=None, pincode_mis=0)
