"""Server-sent events as a bare ASGI application before the site.

Inside Django's middleware every open stream keeps a thread and a database connection. Here it keeps neither:
the door is asked once, and again now and then, and in between there is only an event to wait for.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db import close_old_connections
from django.http import HttpResponse

from .bron import bron
from .deur import vraag_aan_de_deur
from .luisteren import MagLuisteren
from .omroep import Luisteraar, Omroep, Vol

HARTSLAG = 15.0  # seconds
OPNIEUW_MS = 2000
PAD = "/live/"
# Not one per stream: asking takes a millisecond.
DEURWACHTEN = 2
KOPPEN = {
    "Content-Type": "text/event-stream; charset=utf-8",
    # nginx keeps the beginning of an answer to itself otherwise.
    "X-Accel-Buffering": "no",
}
Scope = dict[str, Any]
Ontvang = Callable[[], Awaitable[Mapping[str, Any]]]
Stuur = Callable[[Mapping[str, Any]], Awaitable[None]]
Toepassing = Callable[[Scope, Ontvang, Stuur], Awaitable[None]]


class MetStromen:
    """The site with streams before it."""

    def __init__(self, site: Toepassing, omroep: Omroep | None = None) -> None:
        """Keep the site; nothing runs before the first stream."""
        self._site = site
        self._omroep = omroep or Omroep(bron, hoogstens=settings.MAX_STROMEN)
        self._deur = ThreadPoolExecutor(DEURWACHTEN, thread_name_prefix="live-deur")

    async def __call__(self, scope: Scope, receive: Ontvang, send: Stuur) -> None:
        """Answer the addresses of the streams; all others are for the site."""
        if scope["type"] == "http" and scope["path"].startswith(PAD):
            await self._stroom(scope, receive, send)
        else:
            await self._site(scope, receive, send)

    async def _stroom(self, scope: Scope, receive: Ontvang, send: Stuur) -> None:
        antwoord = await self._vraag(scope)
        if not isinstance(antwoord, MagLuisteren) or scope["method"] == "HEAD":
            await _kort(antwoord, send)
            return
        try:
            with self._omroep.luister(antwoord.locatie_id, antwoord.wie) as luisteraar:
                await _begin(antwoord, send, 200, KOPPEN)
                with _tot_de_lijn_breekt(luisteraar, receive):
                    tot = asyncio.get_running_loop().time() + antwoord.seconden
                    await self._vertel(luisteraar, tot, scope, send)
        except Vol:
            antwoord.status_code = 503
            await _kort(antwoord, send)

    async def _vertel(self, luisteraar: Luisteraar, tot: float, scope: Scope, send: Stuur) -> None:
        """Send every version once, and a heartbeat; end when the listener goes or may no longer listen.

        ``tot``: the moment of the event loop until which the answer of the door holds.
        """
        await _schrijf(send, f"retry: {OPNIEUW_MS}\n\n")
        klok, gezien = asyncio.get_running_loop().time, None
        # After a restart all come back together; their heartbeats need not stay together.
        hart = klok() + HARTSLAG * random.uniform(0.5, 1)  # noqa: S311 - no secret
        while not luisteraar.is_weg:
            versie = self._omroep.versie(luisteraar.locatie_id)
            if versie != gezien:
                await _schrijf(send, f"event: wachtrij\ndata: {versie}\n\n")
                gezien = versie
            await luisteraar.wacht(max(0.0, hart - klok()))
            if klok() < hart or luisteraar.is_weg:
                continue
            if hart >= tot:
                antwoord = await self._vraag(scope)
                if not isinstance(antwoord, MagLuisteren) or antwoord.locatie_id != luisteraar.locatie_id:
                    break
                tot = hart + antwoord.seconden
            await _schrijf(send, "event: hartslag\ndata: 1\n\n")
            hart = klok() + HARTSLAG
        await send({"type": "http.response.body", "body": b""})

    async def _vraag(self, scope: Scope) -> HttpResponse:
        return await asyncio.get_running_loop().run_in_executor(self._deur, _in_draad, scope)


def _in_draad(scope: Scope) -> HttpResponse:
    """Ask, and give the connection back as after any request."""
    close_old_connections()
    try:
        return vraag_aan_de_deur(scope)
    finally:
        close_old_connections()


@contextmanager
def _tot_de_lijn_breekt(luisteraar: Luisteraar, receive: Ontvang) -> Iterator[None]:
    async def let_op() -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
        luisteraar.vertrek()

    taak = asyncio.get_running_loop().create_task(let_op())
    try:
        yield
    finally:
        taak.cancel()


async def _kort(antwoord: HttpResponse, send: Stuur) -> None:
    """Send an answer without a stream: nobody reads what would be in it."""
    status = (
        200 if isinstance(antwoord, MagLuisteren) and antwoord.status_code == 204 else antwoord.status_code
    )
    await _begin(antwoord, send, status, {"Content-Type": "text/plain", "Content-Length": "0"})
    await send({"type": "http.response.body", "body": b""})


async def _begin(antwoord: HttpResponse, send: Stuur, status: int, koppen: dict[str, str]) -> None:
    namen = {naam.lower() for naam in koppen} | {"content-length"}
    alle = [(naam, waarde) for naam, waarde in antwoord.items() if naam.lower() not in namen]
    alle += [*koppen.items(), *(("Set-Cookie", c.OutputString()) for c in antwoord.cookies.values())]
    regels = [(naam.lower().encode("ascii"), waarde.encode("latin-1")) for naam, waarde in alle]
    await send({"type": "http.response.start", "status": status, "headers": regels})


async def _schrijf(send: Stuur, tekst: str) -> None:
    await send({"type": "http.response.body", "body": tekst.encode(), "more_body": True})
