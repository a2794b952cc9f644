"""Open so many streams at one process, change the queue of their one office, and see when each hears of it.

The hardest shape: everybody listens to the same office, so every change goes to all of them. One in seven is
a screen (asked again every 15 seconds, as staff is), the others are visitors on a phone. Times run from just
before the commit to when the client read the event. Clients and server share the machine, and whatever else
runs there: ``cpu_ms`` (of the server, per change) says what a change costs, also where the times say little.
"""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.db import connection, transaction

from afspraken.actions.stappen.wachtrijslot import vergrendel_wachtrij
from afspraken.demo.laden import demo_laden
from afspraken.models import Bezoek, Scherm
from afspraken.rules.link import link_hash, link_token
from afspraken.rules.schermkoppeling import nieuw_schermtoken, schermtoken_hash
from locaties.models import Locatie
from tests.gelijktijdig.databank import WORTEL
from tests.reizen.uvicorn import draaiend
from tests.storing.serverproces import Server, vrije_poort

VERANDERINGEN, ELKE = 20, 1.0
# While pages are measured: as many events as from eight offices of 250 streams that each change so often.
ONDERWIJL_ELKE = 4.0
BLADZIJDEN, SAMEN = 300, 2
AANTALLEN = (500, 2000)
KANTOOR = "dh-spui"


def meet_alles() -> None:
    """Measure pages alone, then with streams."""
    demo_laden(nu=datetime.now(UTC))
    locatie_id = Locatie.objects.get(code=KANTOOR).pk
    links = een_volle_zaal(locatie_id, max(AANTALLEN))
    hal = schermen(locatie_id)
    wie = [next(hal) if nummer % 7 == 0 else link for nummer, link in enumerate(links)]
    with draaiend(Server(os.environ["DATABASE_URL"], vrije_poort())) as server:
        poort = server.poort
        _meld("pagina_p95_ms", p95(bladzijden(poort, links[1])), "ms")
        for aantal in AANTALLEN:
            begin = time.monotonic()
            with luisteraars(poort, wie[:aantal]) as zaal:
                _meld(f"sse_{aantal}_open_s", time.monotonic() - begin, "s")
                cpu = cpu_ms(server)
                veranderd = verander(locatie_id, VERANDERINGEN, ELKE)
                _meld(f"sse_{aantal}_cpu_ms", (cpu_ms(server) - cpu) / VERANDERINGEN, "ms per wijziging")
                if aantal == max(AANTALLEN):
                    _meld(
                        f"pagina_p95_ms/{aantal}_stromen", p95(onderwijl(locatie_id, poort, links[1])), "ms"
                    )
                zaal.meld_op()
            _oordeel(aantal, veranderd, zaal.gehoord)
    print(f"belasting van de machine: {os.getloadavg()[0]:.1f} op {os.cpu_count()} kernen")


def een_volle_zaal(locatie_id: int, aantal: int) -> list[str]:
    """Write that many visits; return their links."""
    nu = datetime.now(UTC)
    links = [link_token(settings.LINK_SLEUTEL, uuid4(), 0) for _ in range(aantal)]
    Bezoek.objects.bulk_create(
        Bezoek(
            locatie_id=locatie_id,
            datum=nu.date(),
            letter="B",
            nummer=nummer,
            herkomst="ontvangst",
            aangekomen_op=nu,
            vroegste_op=nu,
            uiterste_op=nu + timedelta(hours=1),
            wacht_sinds=nu,
            link_hash=link_hash(link),
        )
        for nummer, link in enumerate(links, 1)
    )
    return links


def schermen(locatie_id: int) -> Iterator[str]:
    """Pair screens; give each cookie ten times, for ever."""

    while True:
        token = nieuw_schermtoken()
        Scherm.objects.create(locatie_id=locatie_id, naam=token, token_hash=schermtoken_hash(token))
        yield from [f"scherm:{token}"] * 10


@dataclass
class Zaal:
    """The process with everybody who listens."""

    proces: subprocess.Popen[str]
    gehoord: dict[int, list[float]]

    def meld_op(self) -> None:
        """Have it say what was heard."""
        uit, _ = self.proces.communicate("klaar\n", timeout=60)
        self.gehoord = {int(versie): momenten for versie, momenten in json.loads(uit).items()}


@contextmanager
def luisteraars(poort: int, wie: Sequence[str]) -> Iterator[Zaal]:
    """Let them all open a stream."""
    opdracht = [sys.executable, "-m", "tests.prestaties.stromen.luisteraars", str(poort)]
    proces = subprocess.Popen(
        opdracht, cwd=WORTEL, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    )
    assert proces.stdin is not None
    assert proces.stdout is not None
    try:
        proces.stdin.write(" ".join(wie) + "\n")
        assert proces.stdout.readline() == "open\n", "not every stream opened"
        yield Zaal(proces, {})
    finally:
        proces.kill()
        proces.wait()


def verander(locatie_id: int, keren: int, elke: float) -> dict[int, float]:
    """Change the queue every so many seconds; return when each version was about to be kept."""

    momenten = {}
    for _ in range(keren):
        with transaction.atomic():
            versie = vergrendel_wachtrij(locatie_id)
            momenten[versie] = time.monotonic()
        time.sleep(elke)
    return momenten


def bladzijden(poort: int, link: str) -> list[float]:
    """Look at ordinary pages one after the other, two visitors at once; return seconds per page."""
    tijden: list[float] = []

    def bekijk() -> None:
        for pad in islice(cycle(("/", "/privacy/", f"/a/{link}/bezoek/")), BLADZIJDEN // SAMEN):
            lijn = http.client.HTTPConnection("127.0.0.1", poort, timeout=60)
            begin = time.monotonic()
            lijn.request("GET", pad, headers={"Host": "localhost"})
            antwoord = lijn.getresponse()
            antwoord.read()
            tijden.append(time.monotonic() - begin)
            assert antwoord.status == 200, (pad, antwoord.status)
            lijn.close()

    draden = [threading.Thread(target=bekijk) for _ in range(SAMEN)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert len(tijden) == BLADZIJDEN
    return tijden


def onderwijl(locatie_id: int, poort: int, link: str) -> list[float]:
    """The same while the queue goes on changing and every stream hears of it."""
    klaar = threading.Event()

    def ga_door() -> None:
        while not klaar.is_set():
            verander(locatie_id, 1, ONDERWIJL_ELKE)
        connection.close()

    draad = threading.Thread(target=ga_door)
    draad.start()
    try:
        return bladzijden(poort, link)
    finally:
        klaar.set()
        draad.join()


def cpu_ms(server: Server) -> float:
    """Return what the process has used so far."""
    assert server.proces is not None
    waarden = Path(f"/proc/{server.proces.pid}/stat").read_text().rpartition(")")[2].split()
    return 1000 * (int(waarden[11]) + int(waarden[12])) / os.sysconf("SC_CLK_TCK")


def p95(seconden: Sequence[float]) -> float:
    """Return it in milliseconds."""
    return 1000 * sorted(seconden)[int(0.95 * len(seconden))]


def _oordeel(aantal: int, veranderd: dict[int, float], gehoord: dict[int, list[float]]) -> None:
    vertraging = [moment - op for versie, op in veranderd.items() for moment in gehoord.get(versie, ())]
    _meld(f"sse_{aantal}_p95_ms", p95(vertraging), "ms")
    _meld(f"sse_{aantal}_max_ms", 1000 * max(vertraging), "ms")
    _meld(f"sse_{aantal}_bezorgd", len(vertraging) / (aantal * len(veranderd)), "")


def _meld(naam: str, waarde: float, eenheid: str) -> None:
    kop, _, variant = naam.partition("/")
    bij = f"/{variant}" if variant else ""
    print(f"{kop}[{connection.vendor}]{bij}: {waarde:.3f} {eenheid}".rstrip(), flush=True)
