"""The clock of the worker: read at this door, handed on to everything below."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from django.conf import settings

from afspraken.queries.demotijd import demotijd

Klok = Callable[[], datetime]


def nu() -> datetime:
    """Aware UTC; in the demo, that of the demo."""
    return demotijd(echt=echt_nu()) if settings.DEMO else echt_nu()


def echt_nu() -> datetime:
    """Aware UTC, the real one also in the demo: for what only lives in real time."""
    return datetime.now(UTC)
