"""Check a fresh code: right, once, in time, and with few tries."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from locaties.actions.stappen.daad import daad

from .stappen.toegangscode import CodeOnjuist, CodeVerlopen, toets_toegangscode

__all__ = ["CodeOnjuist", "CodeVerlopen", "toegangscode_controleren"]


def toegangscode_controleren(*, contact_id: UUID, doel: str, code: str, nu: datetime) -> None:
    """Accept the newest code of this contact once; every try counts, also a refused one.

    Raises ``CodeOnjuist``, ``CodeVerlopen``.
    """
    weigering = daad(toets_toegangscode)(contact_id, doel, code, nu=nu)
    if weigering:  # raised outside: the try must stay counted
        raise weigering
