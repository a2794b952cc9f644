"""A stage for streams without a server: the door is held by the test, and so is the line of who listens."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse

from afspraken.web.live.luisteren import MagLuisteren
from afspraken.web.live.omroep import Omroep
from afspraken.web.live.stromen import MetStromen

KANTOOR = 7


def speel(verhaal: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run a story in an event loop and a thread of its own: a browser's loop may live in this one."""
    with ThreadPoolExecutor(1) as draad:
        draad.submit(lambda: asyncio.run(verhaal())).result()


@dataclass
class Toneel:
    """The site with streams, a source that tells nothing by itself, and the answer at the door."""

    mag: bool = True
    wie: str = "iemand"
    hoogstens: int = 3
    seconden: float = 0.0
    gevraagd: int = 0
    bron_open: bool = False
    site_gevraagd: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Put the parts together."""
        self.omroep = Omroep(self._bron, hoogstens=self.hoogstens)
        self.app = MetStromen(self._site, self.omroep)

    def deur(self, scope: Mapping[str, Any]) -> HttpResponse:
        """Stand in for the real one."""
        self.gevraagd += 1
        return (
            MagLuisteren(KANTOOR, self.wie, seconden=self.seconden) if self.mag else HttpResponse(status=403)
        )

    async def _bron(self, omroep: Omroep) -> None:
        self.bron_open = True
        try:
            omroep.meld_alle({KANTOOR: 1})
            await asyncio.Event().wait()
        finally:
            self.bron_open = False

    async def _site(self, scope: Any, receive: Any, send: Any) -> None:
        self.site_gevraagd.append(scope["path"])


class Lijn:
    """Somebody with an open stream: what came, and a tap on the line."""

    def __init__(self, toneel: Toneel) -> None:
        """Ask for it."""
        self.gekomen: list[Mapping[str, Any]] = []
        self.open = asyncio.Event()
        self.open.set()
        self._weg = asyncio.Event()
        scope = {"type": "http", "method": "GET", "path": "/live/scherm/", "headers": []}
        self.taak = asyncio.create_task(toneel.app(scope, self._ontvang, self._stuur))

    @property
    def status(self) -> int:
        """Status of the answer."""
        return int(self.gekomen[0]["status"])

    @property
    def tekst(self) -> str:
        """All that was said."""
        return b"".join(stuk.get("body", b"") for stuk in self.gekomen[1:]).decode()

    @property
    def versies(self) -> list[int]:
        """The versions, in order."""
        blokken = self.tekst.split("\n\n")
        return [int(blok.split("data: ")[1]) for blok in blokken if blok.startswith("event: wachtrij")]

    async def hang_op(self) -> None:
        """Close the page."""
        self._weg.set()
        await asyncio.wait_for(self.taak, 5)

    async def wacht_tot(self, waar: Callable[[], bool]) -> None:
        """Let the others work until it is so."""
        async with asyncio.timeout(5):
            while not waar():  # noqa: ASYNC110 - what is waited for has no event
                await asyncio.sleep(0.001)

    async def _ontvang(self) -> dict[str, Any]:
        await self._weg.wait()
        return {"type": "http.disconnect"}

    async def _stuur(self, stuk: Mapping[str, Any]) -> None:
        await self.open.wait()
        self.gekomen.append(stuk)
