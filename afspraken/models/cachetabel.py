"""The table of the cache, made after every migrate: one command sets up the whole database."""

from __future__ import annotations

from typing import Any

from django.core.management import call_command


def cachetabel_maken(using: str = "default", **_kwargs: Any) -> None:
    """Make the table of CACHES; doing it again changes nothing."""
    call_command("createcachetable", database=using, verbosity=0)
