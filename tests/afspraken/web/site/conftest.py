"""A visitor of the site, at a clock that stands still."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from tests.afspraken.web.site.bezoeker import Bezoeker
from tests.bouwers import NU, Kantoorscene


@pytest.fixture(autouse=True)
def klok() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NU, tick=False) as reiziger:
        yield reiziger


@pytest.fixture
def nieuwe_bezoeker(kantoor: Kantoorscene) -> Callable[[], Bezoeker]:
    def maak() -> Bezoeker:
        client = Client(headers={"accept-language": "nl"})
        client.get(reverse("start"))
        return Bezoeker(client)

    return maak


@pytest.fixture
def bezoeker(nieuwe_bezoeker: Callable[[], Bezoeker]) -> Bezoeker:
    return nieuwe_bezoeker()
