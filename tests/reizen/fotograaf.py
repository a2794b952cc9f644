"""A server with the demo city and a standing clock, and a browser that takes the pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from django.core.cache import cache
from django.core.management import call_command
from django.test.testcases import LiveServerThread, _StaticFilesHandler
from playwright.sync_api import Browser, sync_playwright

from afspraken.demo.laden import demo_laden
from afspraken.web import middleware
from afspraken.werk.werker import Werker
from tests.draaien import chromium

from . import verhalen, verhalen_balie, verhalen_host
from .klok import BEGIN, Klok
from .podium import TABLET, TELEFOON, VLAGGEN
from .reis import Reis
from .schermverhaal import TELEVISIE, schermen_beheren, schermen_ophangen
from .verhalen import Foto

BUREAU = {"width": 1280, "height": 900}
INWONERS = (verhalen.inwoner, verhalen.met_hulp, verhalen.gezin, verhalen.kan_niet)
Verhaal = Callable[[Reis, Foto], None]


def maak_alles(doel: Path) -> None:
    """Tell every story on both screens; the employees only sit at a desk."""
    for oud in doel.rglob("*.png"):
        oud.unlink()
    klok = Klok(staat_stil=True)
    with _server(klok) as adres, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=VLAGGEN)
        for naam, scherm in (("telefoon", TELEFOON), ("bureau", BUREAU)):
            for verhaal in INWONERS:
                _vertel(browser, adres, doel / naam, scherm, verhaal)
        Werker(wie="schermen", klok=klok.now).draai_leeg()
        _vertel(browser, adres, doel / "bureau", BUREAU, verhalen.medewerkers)
        for verhaal in (verhalen_balie.balie, verhalen_balie.einde_van_de_dag):
            _vertel(browser, adres, doel / "bureau", BUREAU, verhaal)
        _vertel(browser, adres, doel / "tablet", TABLET, verhalen_host.host)
        _vertel(browser, adres, doel / "scherm", TELEVISIE, schermen_ophangen)
        _vertel(browser, adres, doel / "bureau", BUREAU, schermen_beheren)
        browser.close()


@contextmanager
def _server(klok: Klok) -> Iterator[str]:
    call_command("migrate", verbosity=0, skip_checks=True)
    call_command("createcachetable")
    demo_laden(nu=BEGIN)
    server = LiveServerThread("localhost", _StaticFilesHandler)
    server.daemon = True
    with mock.patch.object(middleware, "datetime", klok):
        server.start()
        server.is_ready.wait()
        yield f"http://localhost:{server.port}"
        server.terminate()


def _vertel(browser: Browser, adres: str, map_: Path, scherm: dict[str, int], verhaal: Verhaal) -> None:
    """Tell one story in a browser of its own."""
    cache.clear()  # a code of the app counts once, and two stories may log in with the same
    # A picture hides the cursor with a style of its own; the journeys judge the policy that forbids it.
    context = browser.new_context(viewport=scherm, locale="nl-NL", bypass_csp=True)  # type: ignore[arg-type]
    context.clock.set_fixed_time(BEGIN)
    reis = Reis(context.new_page(), adres, keurt=False)
    map_.mkdir(parents=True, exist_ok=True)

    def foto(titel: str) -> None:
        reis.pagina.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
        reis.pagina.screenshot(path=map_ / f"{titel}.png", full_page=True, animations="disabled")

    verhaal(reis, foto)
    reis.klaar()
    context.close()
