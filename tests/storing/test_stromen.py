"""Streams at a real server: what they cost it, and that it can stop and come back while they are open."""

from __future__ import annotations

import http.client
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction

from afspraken.actions.stappen.wachtrijslot import vergrendel_wachtrij
from afspraken.models import Scherm
from afspraken.rules.schermkoppeling import nieuw_schermtoken, schermtoken_hash
from tests.bouwers import een_kantoor
from tests.reizen.uvicorn import draaiend, url_van_de_test
from tests.storing.serverproces import Server, vrije_poort, wacht_op_antwoord

pytestmark = [pytest.mark.storing, pytest.mark.django_db(transaction=True)]
SCHERMEN, PER_SCHERM = 5, 12
VERBINDINGEN = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"


@pytest.fixture
def server(transactional_db: None) -> Iterator[Server]:
    """One process, on the database of this test."""
    with draaiend(Server(url_van_de_test(), vrije_poort())) as een:
        yield een


class Zaal:
    """An office with screens in the hall, and their open streams."""

    def __init__(self, server: Server) -> None:
        """Pair the screens; nothing is open yet."""
        self.server = server
        self.locatie_id = een_kantoor().locatie.pk
        self.lijnen: list[http.client.HTTPResponse] = []
        self.tokens = [nieuw_schermtoken() for _ in range(SCHERMEN)]
        Scherm.objects.bulk_create(
            Scherm(locatie_id=self.locatie_id, naam=token[:9], token_hash=schermtoken_hash(token))
            for token in self.tokens
        )

    def open(self, per_scherm: int) -> set[int]:
        """Open streams; return the versions that they begin with."""
        versies = set()
        for token in self.tokens * per_scherm:
            lijn = http.client.HTTPConnection("localhost", self.server.poort, timeout=20)
            lijn.request("GET", "/live/scherm/", headers={"Cookie": f"{settings.SCHERM_COOKIE_NAME}={token}"})
            antwoord = lijn.getresponse()
            assert antwoord.status == 200
            self.lijnen.append(antwoord)
            versies.add(lees_versie(antwoord))
        return versies

    def verander(self) -> int:
        """Change the queue; return its version."""
        with transaction.atomic():
            return vergrendel_wachtrij(self.locatie_id)


def lees_versie(lijn: http.client.HTTPResponse) -> int:
    """Read on to the next version."""
    while (regel := lijn.readline()) != b"event: wachtrij\n":
        assert regel, "the stream has ended"
    return int(lijn.readline().removeprefix(b"data: "))


def lees_tot_het_einde(lijn: http.client.HTTPResponse) -> None:
    """Read until the server says that this was all; a line that breaks is an error."""
    while lijn.readline():
        pass


def stabiel(meet: Callable[[], int]) -> int:
    """Return a count once it is the same twice: what a request used has been put away."""
    vorig = -1
    while (nu := meet()) != vorig:
        vorig = nu
        time.sleep(0.5)
    return nu


def draden(server: Server) -> int:
    """How many threads the process has."""
    assert server.proces is not None
    status = Path(f"/proc/{server.proces.pid}/status").read_text()
    return int(status.split("Threads:")[1].split()[0])


def verbindingen(server: Server) -> int:
    """How many lines to the database are open: those of PostgreSQL, or open files of SQLite."""
    assert server.proces is not None
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(VERBINDINGEN)
            return int(cursor.fetchone()[0])
    naam = str(connection.settings_dict["NAME"])
    bestanden = Path(f"/proc/{server.proces.pid}/fd").iterdir()
    return sum(str(bestand.readlink()) == naam for bestand in bestanden)


def test_een_open_stroom_houdt_geen_draad_en_geen_verbinding_vast(server: Server) -> None:
    zaal = Zaal(server)
    zaal.open(1)
    met_enkele = stabiel(lambda: draden(server)), stabiel(lambda: verbindingen(server))
    zaal.open(PER_SCHERM)
    met_veel = stabiel(lambda: draden(server)), stabiel(lambda: verbindingen(server))
    assert len(zaal.lijnen) == SCHERMEN * (1 + PER_SCHERM)
    # The four at the door may each have come to work meanwhile, with what they work with.
    assert met_veel[0] <= met_enkele[0] + 4
    assert met_veel[1] <= met_enkele[1] + 4
    versie = zaal.verander()
    assert {lees_versie(lijn) for lijn in zaal.lijnen} == {versie}


def test_een_server_stopt_netjes_met_open_stromen_en_wie_terugkomt_hoort_wat_er_intussen_was(
    server: Server,
) -> None:
    zaal = Zaal(server)
    zaal.open(2)
    assert server.proces is not None
    server.proces.terminate()
    for lijn in zaal.lijnen:
        lees_tot_het_einde(lijn)
    server.proces.wait(timeout=20)
    versie = zaal.verander()
    server.start()
    wacht_op_antwoord(server)
    assert zaal.open(1) == {versie}
