"""Set or change the own code for the tablet; only behind the second factor (the page sees to that)."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.hashers import make_password

from locaties.models import Gebruiker
from locaties.rules.pincode import LENGTE, is_pincode, is_te_makkelijk
from locaties.rules.weigering import Weigering

from .stappen.daad import daad


class PincodeOngeschikt(Weigering):
    """Not six digits, or one that everybody tries."""

    code = "pincode_ongeschikt"
    melding = "Kies een andere pincode. Geen cijfers op een rij en niet steeds hetzelfde."


@daad
def pincode_zetten(*, gebruiker_id: int, pincode: str, nu: datetime) -> None:
    """Keep it hashed, and forget wrong tries. Raises ``PincodeOngeschikt``."""
    if not is_pincode(pincode):
        raise PincodeOngeschikt(f"Vul {LENGTE} cijfers in.")
    if is_te_makkelijk(pincode):
        raise PincodeOngeschikt
    Gebruiker.objects.filter(id=gebruiker_id).update(
        pincode=make_password(pincode), pincode_op=nu, pincode_mis=0
    )
