"""kill -9 of the real server while people click "maak de afspraak": who saw the page has the appointment."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import pytest

from tests.gelijktijdig.databank import eigen_databank
from tests.gelijktijdig.ploeg import Ploeg
from tests.storing.serverproces import Server, vrije_poort
from tests.storing.test_neergehaald import wacht_op

pytestmark = pytest.mark.storing

BEZOEKERS, SERVERS = 4, 2
PER_VAL = 2  # bookings confirmed between two kills
TAAK = "tests.storing.bezoekers:"


@dataclass
class Geheugen:
    """What the visitors remember: form and session, and the page that they saw."""

    pogingen: dict[str, str] = field(default_factory=dict)
    bevestigd: dict[str, str] = field(default_factory=dict)
    geweigerd: set[str] = field(default_factory=set)
    weg: int = 0

    @classmethod
    def lees(cls, bestanden: list[Path]) -> Geheugen:
        """Read the files; a last line that was cut off was on nobody's screen."""
        geheugen = cls()
        for bestand in bestanden:
            for regel in bestand.read_text().splitlines(keepends=True):
                if regel.endswith("\n"):
                    geheugen._regel(*regel.split())
        return geheugen

    def onbeslist(self) -> list[str]:
        """Forms of which nobody heard how they ended."""
        return [f for f in self.pogingen if f not in self.bevestigd and f not in self.geweigerd]

    def _regel(self, soort: str, *waarden: str) -> None:
        match soort:
            case "poging":
                self.pogingen[waarden[0]] = waarden[1]
            case "bevestigd":
                self.bevestigd[waarden[0]] = waarden[1]
            case "nee":
                self.geweigerd.add(waarden[0])
            case _:
                self.weg += 1


@contextmanager
def servers(url: str) -> Iterator[list[Server]]:
    """Two of them, so that there is always one to click at."""
    rij = [Server(url, vrije_poort()) for _ in range(SERVERS)]
    for server in rij:
        server.start()
    try:
        yield rij
    finally:
        for server in rij:
            server.schiet_af()


def wacht_op_server(ploeg: Ploeg, server: Server) -> None:
    """Wait until it answers."""
    tot = time.monotonic() + 120
    while not ploeg.een(f"{TAAK}is_open", poort=server.poort):
        assert time.monotonic() < tot, "the server does not come up"
        time.sleep(0.1)


def haal_neer(ploeg: Ploeg, rij: list[Server], keren: int, kantoor: str, map_: Path) -> Geheugen:
    """Let people click, kill a server at a random moment and start it again, so many times."""
    bestanden = [map_ / f"{nummer}.log" for nummer in range(BEZOEKERS)]
    poorten = [server.poort for server in rij]
    for kind, bestand in zip(ploeg.kinderen[1:], bestanden, strict=True):
        kind.zeg(
            (
                f"{TAAK}boek_door_op_de_site",
                {"kantoor": kantoor, "poorten": poorten, "logboek": str(bestand)},
            )
        )
    for keer in range(keren):
        server = rij[keer % SERVERS]
        wacht_op_server(ploeg, server)
        wacht_op(bestanden, bevestigd=(keer + 1) * PER_VAL)
        time.sleep(random.uniform(0, 0.2))
        server.schiet_af()
        server.start()
    for kind in ploeg.kinderen[1:]:
        ploeg.schiet_af(kind)
    return Geheugen.lees(bestanden)


def onder_vuur(map_: Path, keren: int) -> Geheugen:
    """The whole proof; return what the visitors remember."""
    with eigen_databank(map_) as url, servers(url) as rij:
        ploeg = Ploeg(1 + BEZOEKERS, url)
        try:
            kantoor = f"k{uuid4().hex[:8]}"
            ploeg.een(f"{TAAK}bouw_vanaf_vandaag", kantoor=kantoor, plaatsen=10)
            geheugen = haal_neer(ploeg, rij, keren, kantoor, map_)
            niets_weg_half_of_dubbel(ploeg, rij[0], kantoor, geheugen)
            return geheugen
        finally:
            ploeg.naar_huis()


def niets_weg_half_of_dubbel(ploeg: Ploeg, server: Server, kantoor: str, geheugen: Geheugen) -> None:
    """Every page that was seen belongs to an appointment; who saw none clicks again and gets one, or a no."""
    assert ploeg.een("is_heel")
    assert ploeg.een("half") == []
    for formulier, pagina in geheugen.bevestigd.items():
        assert ploeg.een(f"{TAAK}pagina_van", formulier=formulier) == pagina
    wacht_op_server(ploeg, server)
    for formulier in geheugen.onbeslist():
        opnieuw = {"poort": server.poort, "formulier": formulier, "sessie": geheugen.pogingen[formulier]}
        eerste, tweede = (ploeg.een(f"{TAAK}verstuur_opnieuw", **opnieuw) for _ in range(2))
        assert eerste == tweede == ploeg.een(f"{TAAK}pagina_van", formulier=formulier)
        assert eerste, "the time was held, so there must be an appointment"
        geheugen.bevestigd[formulier] = eerste
    assert len(ploeg.een("staande", kantoor=kantoor)) == len(geheugen.bevestigd)
    assert ploeg.een("overlappen") == 0
    assert ploeg.een("half") == []


def test_wie_de_pagina_zag_heeft_de_afspraak_ook_als_de_server_valt(tmp_path: Path) -> None:
    assert len(onder_vuur(tmp_path, 2).bevestigd) >= 2 * PER_VAL


@pytest.mark.alles
def test_zestig_keer_valt_de_server(tmp_path: Path) -> None:
    geheugen = onder_vuur(tmp_path, 60)
    print(f"{len(geheugen.bevestigd)} confirmed, {geheugen.weg} times the server was gone")
    assert len(geheugen.bevestigd) >= 60 * PER_VAL
    assert geheugen.weg >= 60, "nobody noticed"
