"""The stage of the journeys; every test here is one."""

from __future__ import annotations

import pytest

from .podium import bezoek, browser, klok, stad, tablet, telefoon, zonder_javascript

__all__ = ["bezoek", "browser", "klok", "stad", "tablet", "telefoon", "zonder_javascript"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lies in this folder."""
    for item in items:
        if "/reizen/" in str(item.path):
            item.add_marker(pytest.mark.reis)
