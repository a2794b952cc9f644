"""How long each step of booking takes at the real server: twenty visitors, two seconds to think at each page.

Measured where the visitor is: from sending to having read the whole answer, redirects included.
"""

from __future__ import annotations

import random
import re
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import requests

from afspraken.demo.laden import demo_laden

from .server import server
from .uitvoer import meld, percentiel

BEZOEKERS, BEDENKTIJD, RONDEN = 20, 2.0, 2
PRODUCT = "paspoort_tweede"
TEGEL = r'name="{}"[^>]* value="([^"]+)"'


def meet_alles() -> None:
    """Let everybody book at the same time, twice."""
    demo_laden(nu=datetime.now(UTC))
    with server() as poort:
        bezoekers = [Bezoeker(f"http://127.0.0.1:{poort}", nummer) for nummer in range(BEZOEKERS)]
        draden = [threading.Thread(target=bezoeker.loop) for bezoeker in bezoekers]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join()
    assert sum(bezoeker.gemaakt for bezoeker in bezoekers) == BEZOEKERS * RONDEN
    tijden: dict[str, list[float]] = defaultdict(list)
    for bezoeker in bezoekers:
        for stap, ms in bezoeker.tijden:
            tijden[stap].append(ms)
    alle = [ms for van_stap in tijden.values() for ms in van_stap]
    for stap, van_stap in [*tijden.items(), ("alle", alle)]:
        meld(f"stap_{stap}_p50_ms", percentiel(van_stap, 0.50), "ms")
        meld(f"stap_{stap}_p95_ms", percentiel(van_stap, 0.95), "ms")


@dataclass
class Bezoeker:
    """Somebody who books without scripts."""

    site: str
    nummer: int
    tijden: list[tuple[str, float]] = field(default_factory=list)
    gemaakt: int = 0

    def loop(self) -> None:
        """Come at an own moment and book; who finds a time just taken, chooses another."""
        time.sleep(random.uniform(0, BEDENKTIJD))
        for ronde in range(RONDEN):
            self.browser = requests.Session()
            self._boek(f"06 1{self.nummer:03d}{ronde:04d}")

    def _boek(self, telefoon: str) -> None:
        self._lees("begin", "/")
        self._lees("wat", "/wat/")
        self._lees("uitleg", f"/wat/{PRODUCT}/")
        self._stuur("product", f"/wat/{PRODUCT}/")
        self._stuur("wie", "/wie/", aantal="1")
        waar = self._stuur("hulp", "/hulp/", hulp="nee")
        kantoor = random.choice(re.findall(TEGEL.format("locatie"), waar))
        dagen = re.findall(TEGEL.format("dag"), self._stuur("waar", "/waar/", locatie=kantoor))
        dag = random.choice(dagen)
        self._kies_tijd(dag)
        self._stuur("gegevens", "/gegevens/", achternaam="De Wit", telefoon=telefoon, kanaal="sms", taal="nl")
        formulier = re.findall(TEGEL.format("formulier"), self.pagina)[0]
        self._stuur("maken", "/maken/", formulier=formulier)
        self.gemaakt += "bevestigd" in self.adres

    def _kies_tijd(self, dag: str) -> None:
        while True:
            tijden = re.findall(TEGEL.format("begin"), self._lees("dag", f"/wanneer/?dag={dag}"))
            self._stuur("tijd", "/wanneer/", dag=dag, begin=random.choice(tijden))
            if "/gegevens/" in self.adres:
                return

    def _lees(self, stap: str, pad: str) -> str:
        return self._meet(stap, lambda: self.browser.get(self.site + pad))

    def _stuur(self, stap: str, pad: str, **velden: Any) -> str:
        velden["csrfmiddlewaretoken"] = self.browser.cookies.get("csrftoken", "")
        return self._meet(stap, lambda: self.browser.post(self.site + pad, data=velden))

    def _meet(self, stap: str, doe: Callable[[], requests.Response]) -> str:
        begin = time.perf_counter()
        antwoord = doe()
        self.tijden.append((stap, (time.perf_counter() - begin) * 1000))
        assert antwoord.status_code in {200, 409}, (stap, antwoord.status_code)
        self.pagina, self.adres = antwoord.text, antwoord.url
        time.sleep(BEDENKTIJD)
        return self.pagina
