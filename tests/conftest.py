"""The stage of every test: a fixed moment, and the municipality's smallest office."""

from __future__ import annotations

import os
from datetime import UTC, datetime

import pytest
from django.db import connection
from hypothesis import settings

from tests.bouwers import Kantoorscene, een_kantoor

os.environ.setdefault("AFSPRAKEN_DEMO", "1")
# A busy machine is not a bug: how long one example takes says nothing here.
settings.register_profile("afspraken", deadline=None)
settings.load_profile("afspraken")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave to the PostgreSQL pass what only exists there; the runner says so when that pass is missing."""
    if connection.vendor == "postgresql":
        return
    weg = [item for item in items if item.get_closest_marker("postgresql")]
    if weg:
        config.hook.pytest_deselected(items=weg)
        items[:] = [item for item in items if item not in weg]


@pytest.fixture
def nu() -> datetime:
    """Monday 2 November 2026, 08:00 in The Hague."""
    return datetime(2026, 11, 2, 7, 0, tzinfo=UTC)


@pytest.fixture
def kantoor(db: None) -> Kantoorscene:
    """One office with one balie and one employee, open on Tuesday 3 November from 9 to 12."""
    return een_kantoor()
