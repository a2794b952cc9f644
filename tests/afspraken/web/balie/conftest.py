"""The counter at twenty to ten."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from afspraken.models import Werkplek
from tests.bouwers import Kantoorscene, op

from .scene import browser_van, een_balie_kantoor, ga_zitten


@pytest.fixture
def klok() -> Iterator[time_machine.Traveller]:
    """Twenty to ten, and it may be moved."""
    with time_machine.travel(op("09:40"), tick=False) as reiziger:
        yield reiziger


@pytest.fixture
def kantoor(db: None, klok: time_machine.Traveller) -> Kantoorscene:
    """Two employees who log in, two balies."""
    return een_balie_kantoor()


@pytest.fixture
def farida(kantoor: Kantoorscene) -> Client:
    """The browser of the first employee."""
    return browser_van(kantoor.medewerkers[0])


@pytest.fixture
def plek(farida: Client, kantoor: Kantoorscene) -> Werkplek:
    """She sits at balie 1."""
    return ga_zitten(farida, kantoor)
