"""Which kinds of role does this user have, at any office?"""

from __future__ import annotations

from locaties.models import Rol


def rolsoorten(*, gebruiker_id: int) -> frozenset[str]:
    """Return the kinds. One statement."""
    return frozenset(Rol.objects.filter(gebruiker_id=gebruiker_id).values_list("soort", flat=True))
