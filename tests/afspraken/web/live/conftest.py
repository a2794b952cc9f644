"""Morning in the office, for who asks at the door of the streams."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine

from tests.bouwers import op


@pytest.fixture
def tien_uur() -> Iterator[None]:
    """It is ten o'clock."""
    with time_machine.travel(op("10:00"), tick=False):
        yield
