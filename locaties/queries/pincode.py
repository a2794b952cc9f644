"""Has this user a code for the tablet, and is this it? Read only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.hashers import check_password

from locaties.models import Gebruiker
from locaties.rules.pincode import over


@dataclass(frozen=True, slots=True)
class Pincodestand:
    """``gezet_op``: since when, None without one; ``over``: tries left before the full login is asked."""

    gezet_op: datetime | None
    over: int

    @property
    def werkt(self) -> bool:
        """Whether it can unlock."""
        return self.gezet_op is not None and self.over > 0


def pincodestand(*, gebruiker_id: int) -> Pincodestand:
    """Return it. One statement."""
    gezet_op, mis = Gebruiker.objects.values_list("pincode_op", "pincode_mis").get(id=gebruiker_id)
    return Pincodestand(gezet_op, over(mis))


def pincode_klopt(*, gebruiker_id: int, pincode: str) -> bool:
    """Compare, outside any transaction: it takes as long as with a password. One statement."""
    geheim = Gebruiker.objects.values_list("pincode", flat=True).get(id=gebruiker_id)
    return bool(geheim) and check_password(pincode, geheim)
