"""How many bytes the first page costs: HTML, style sheet and scripts, as the server sends them to a browser.

Nothing stands before the server here. A proxy that also compresses the page itself makes it smaller still.
"""

from __future__ import annotations

import gzip
import http.client
import os
import re
import subprocess
import sys
from datetime import UTC, datetime

from afspraken.demo.laden import demo_laden
from tests.gelijktijdig.databank import WORTEL

from .server import server
from .uitvoer import meld

GEHEIM = "only-to-measure-0123456789abcdef0123456789abcdef"
# As in docs/beheer.md, with the larger of the two themes; TLS is what the proxy does.
ECHT = {
    "AFSPRAKEN_DEMO": "0",
    "AFSPRAKEN_HTTPS_DWINGEN": "0",
    "AFSPRAKEN_HOSTS": "127.0.0.1",
    "AFSPRAKEN_ADRES": "https://afspraken.example",
    "HUISSTIJL": "denhaag",
} | {
    f"AFSPRAKEN_{naam}": GEHEIM for naam in ("SECRET_KEY", "LINK_SLEUTEL", "ADRES_SLEUTEL", "ZEGEL_SLEUTELS")
}
BROWSER = {"Accept-Encoding": "gzip, deflate, br", "Accept-Language": "nl"}
DELEN = re.compile(r'<link rel="stylesheet" href="([^"]+)"|<script[^>]* src="([^"]+)"')


def meet_alles() -> None:
    """Fetch the page and all that it names."""
    demo_laden(nu=datetime.now(UTC))
    opdracht = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"]
    subprocess.run(opdracht, cwd=WORTEL, env={**os.environ, **ECHT}, check=True)
    with server(ECHT) as poort:
        pagina, html = _haal(poort, "/")
        adressen = [adres for paar in DELEN.findall(html.decode()) for adres in paar if adres]
        delen = [_haal(poort, adres)[0] for adres in adressen]
    assert len(delen) >= 3, adressen  # the style sheet, htmx, and our own script
    meld("eerste_pagina_html_kb", pagina / 1000, "kB")
    meld("eerste_pagina_kb", (pagina + sum(delen)) / 1000, "kB")


def _haal(poort: int, adres: str) -> tuple[int, bytes]:
    """Return how many bytes came over the line, and what they say."""
    lijn = http.client.HTTPConnection("127.0.0.1", poort)
    lijn.request("GET", adres, headers=BROWSER)
    antwoord = lijn.getresponse()
    inhoud = antwoord.read()
    assert antwoord.status == 200, (adres, antwoord.status)
    is_gzip = antwoord.headers.get("Content-Encoding") == "gzip"
    return len(inhoud), gzip.decompress(inhoud) if is_gzip else inhoud
