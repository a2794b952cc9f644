"""The site as it really runs under a journey: streams need uvicorn, pytest's own server has none.

Journeys in ``tests/reizen/live`` get this by themselves; the rest is as in the others. The server works
on the test database and has the clock of the demo, so a test can push it: ``klok.vooruit(minutes=3)``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, tzinfo
from urllib.parse import quote

import pytest
from django.core.cache import cache
from django.db import connection

from afspraken.models.demodag import ENIGE, Demodag
from afspraken.queries.demotijd import demotijd
from locaties.models import Locatie
from tests.storing.serverproces import Server, vrije_poort, wacht_op_antwoord

from .klok import BEGIN
from .stad import bewaarde_stad


class Deelklok:
    """The clock of a server in another process: the demo clock, in the database that both read."""

    def zet(self, moment: datetime) -> None:
        """From now on it is this moment, and it runs."""
        waarden = {"echt_op": datetime.now(UTC), "demo_op": moment, "tempo": 1, "datum": moment.date()}
        eerste = Locatie.objects.earliest("id")
        Demodag.objects.update_or_create(
            id=ENIGE, defaults=waarden, create_defaults={"locatie": eerste, "belasting": 81, **waarden}
        )

    def now(self, zone: tzinfo | None = None) -> datetime:
        """Return the moment of the story."""
        return demotijd(echt=datetime.now(UTC))

    def vooruit(self, **duur: int) -> None:
        """Let time pass."""
        self.zet(self.now() + timedelta(**duur))


@pytest.fixture(scope="session")
def uvicorn(django_db_setup: None) -> Iterator[Server]:
    """One server for all journeys of this process, on the test database; as docs/beheer.md says."""
    with draaiend(Server(url_van_de_test(), vrije_poort(), werkers=2)) as server:
        yield server


@contextmanager
def draaiend(server: Server) -> Iterator[Server]:
    """Start it, wait until it answers, and stop it afterwards."""
    server.start()
    try:
        wacht_op_antwoord(server)
        yield server
    finally:
        server.schiet_af()


@pytest.fixture
def klok() -> Deelklok:
    """The clock that the site reads; ``stad`` sets it."""
    return Deelklok()


@pytest.fixture
def stad(transactional_db: None, uvicorn: Server, klok: Deelklok) -> str:
    """The demo city as new, behind uvicorn; its address."""
    if uvicorn.is_weg():
        uvicorn.start()
    wacht_op_antwoord(uvicorn)
    bewaarde_stad()()
    cache.clear()
    klok.zet(BEGIN)
    return f"http://localhost:{uvicorn.poort}"


def url_van_de_test() -> str:
    """Return the DATABASE_URL of the database that this test works on."""
    waarden = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{waarden['NAME']}"
    wie = quote(waarden["USER"]) + (f":{quote(waarden['PASSWORD'])}" if waarden["PASSWORD"] else "")
    return f"postgres://{wie}@{waarden['HOST']}:{waarden['PORT'] or 5432}/{waarden['NAME']}"
