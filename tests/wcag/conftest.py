"""The same stage as the journeys."""

from __future__ import annotations

import pytest

from tests.reizen.podium import bezoek, browser, klok, stad, telefoon

__all__ = ["bezoek", "browser", "klok", "stad", "telefoon"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lies in this folder."""
    for item in items:
        if "/wcag/" in str(item.path):
            item.add_marker(pytest.mark.reis)
