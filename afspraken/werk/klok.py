"""The clock of the worker: read at this door, handed on to everything below."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Klok = Callable[[], datetime]


def nu() -> datetime:
    """Aware UTC."""
    return datetime.now(UTC)
