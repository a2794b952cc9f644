"""The clock of the staff pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine

from tests.bouwers import NU


@pytest.fixture
def vaste_klok() -> Iterator[None]:
    """Let the door read the fixed moment of the scene."""
    with time_machine.travel(NU, tick=False):
        yield
