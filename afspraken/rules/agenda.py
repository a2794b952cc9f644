"""The name of an appointment in a calendar."""

from __future__ import annotations

from uuid import UUID


def agenda_uid(afspraak_id: UUID) -> str:
    """Always the same one, also when the site moves to another address: a calendar replaces by it."""
    return f"{afspraak_id}@afspraken"
