"""Who has just passed a fresh code: only the contact's id and the time stand in the session."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.rules.toegangscode import is_vers

from .verzoek import Verzoek

SLEUTEL = "verse_code"


def onthoud_code(request: Verzoek, contact_id: UUID) -> None:
    """Remember that this contact has shown a fresh code now."""
    request.session[SLEUTEL] = {"contact": str(contact_id), "op": request.nu.isoformat()}


def heeft_verse_code(request: Verzoek, contact_id: UUID) -> bool:
    """Whether that was for this contact and at most ten minutes ago."""
    stand = request.session.get(SLEUTEL) or {}
    if stand.get("contact") != str(contact_id):
        return False
    return is_vers(datetime.fromisoformat(stand["op"]), request.nu)
