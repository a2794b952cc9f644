"""Fixtures of the journeys: a browser, the city behind a real server, and visitors on phone or desk."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.cache import cache
from playwright.sync_api import Browser, sync_playwright
from pytest_django.live_server_helper import LiveServer

from afspraken.web import middleware
from tests.draaien import chromium

from .klok import BEGIN, Klok
from .reis import Reis
from .stad import bewaarde_stad

TELEFOON = {"width": 390, "height": 844}
TABLET = {"width": 1180, "height": 820}
# As at home: no sound before somebody touches the page (a browser without a window is laxer).
STIL = "--autoplay-policy=document-user-activation-required"
VLAGGEN = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", STIL]
WACHT_MS = 10_000
Bezoek = Callable[..., Reis]
_gestart: list[Browser] = []


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for each process, whichever folder asks first; who started it, stops it."""
    if _gestart:
        yield _gestart[0]
        return
    programma = chromium()
    if not programma:
        pytest.skip("geen Chromium (installeer chromium-headless-shell of zet CHROMIUM)")
    # The browser's event loop lives in this thread; Django would take that for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        _gestart.append(playwright.chromium.launch(executable_path=programma, args=VLAGGEN))
        yield _gestart[0]
        _gestart.clear()


@pytest.fixture
def klok(monkeypatch: pytest.MonkeyPatch) -> Klok:
    """The clock that the site reads."""
    eigen = Klok()
    monkeypatch.setattr(middleware, "datetime", eigen)
    return eigen


@pytest.fixture
def stad(live_server: LiveServer, klok: Klok) -> str:
    """The demo city as new, behind a real server; its address."""
    bewaarde_stad()()
    cache.clear()
    return str(live_server.url)


@pytest.fixture
def bezoek(browser: Browser, stad: str) -> Iterator[Bezoek]:
    """Let somebody come with an own browser: ``bezoek(TABLET, java_script_enabled=False)``."""
    reizen: list[Reis] = []

    def kom(scherm: dict[str, int] = TELEFOON, *, keurt: bool = True, **opties: Any) -> Reis:
        context = browser.new_context(viewport=scherm, locale="nl-NL", **opties)  # type: ignore[arg-type]
        context.set_default_timeout(WACHT_MS)
        # The page counts the kept time with the same clock; its timers run as ever.
        context.clock.set_fixed_time(BEGIN)
        met_script = opties.get("java_script_enabled", True)
        reis = Reis(context.new_page(), stad, met_script=met_script, keurt=keurt)
        reizen.append(reis)
        return reis

    yield kom
    for reis in reizen:
        reis.pagina.context.close()
    for reis in reizen:
        reis.klaar()


@pytest.fixture
def telefoon(bezoek: Bezoek) -> Reis:
    """A citizen on a phone."""
    return bezoek(TELEFOON)


@pytest.fixture
def tablet(bezoek: Bezoek) -> Reis:
    """An employee at a desk."""
    return bezoek(TABLET)


@pytest.fixture
def zonder_javascript(bezoek: Bezoek) -> Reis:
    """A citizen whose scripts do not run."""
    return bezoek(TELEFOON, java_script_enabled=False)
