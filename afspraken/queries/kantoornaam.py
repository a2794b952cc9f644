"""The name of an office."""

from __future__ import annotations

from locaties.models import Locatie


def kantoornaam(*, code: str) -> str | None:
    """Return the name, None when there is no such office. One statement."""
    return Locatie.objects.filter(code=code).values_list("naam", flat=True).first()
