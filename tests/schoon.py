"""What a test leaves in its process, and would be there for the next one."""

from __future__ import annotations

from django.core.cache import cache
from django.utils import timezone, translation

from afspraken.queries.geheugen import vergeet_alles
from afspraken.web.live import deur


def maak_schoon() -> None:
    """As a process that just started: the language and zone of the settings, and nothing remembered."""
    translation.deactivate()
    timezone.deactivate()
    vergeet_alles()
    deur._keten.cache_clear()


def maak_cache_leeg() -> None:
    """The table of the cache is no model: what a test without rollback counted there, stays."""
    cache.clear()
