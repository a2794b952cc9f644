"""Everybody who listens, in one process: ``python -m tests.prestaties.stromen.luisteraars POORT < wie``.

Says "open" once each has heard the present version; at "klaar" on its input, when each heard which version:
``{"versie": [moment, ...]}``, in seconds of the clock that all processes of this machine share.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
import time

VERSIE = re.compile(rb"event: wachtrij\ndata: (\d+)\n\n")
TEGELIJK = 50  # that are opening
Gehoord = dict[int, list[float]]


class Luisteraar(asyncio.Protocol):
    """One stream; reads just enough."""

    def __init__(self, wie: str, gehoord: Gehoord) -> None:
        """Ask for the stream of this link, or of this screen ("scherm:token")."""
        self.eerste: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        soort, _, token = wie.rpartition(":")
        pad = "/live/scherm/" if soort else f"/live/bezoek/{wie}/"
        self._vraag = f"GET {pad} HTTP/1.1\r\nHost: localhost\r\nCookie: scherm={token}\r\n\r\n".encode()
        self._gehoord, self._rest = gehoord, b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Send the request."""
        assert isinstance(transport, asyncio.Transport)
        transport.write(self._vraag)

    def data_received(self, data: bytes) -> None:
        """Note when a version came."""
        nu = time.monotonic()
        self._rest += data
        for versie in VERSIE.findall(self._rest):
            if self.eerste.done():
                self._gehoord.setdefault(int(versie), []).append(nu)
            else:
                self.eerste.set_result(None)
            self._rest = self._rest[self._rest.rindex(versie) :]

    def connection_lost(self, fout: Exception | None) -> None:
        """Nobody hung up: this may not happen."""
        if not self.eerste.done():
            self.eerste.set_exception(ConnectionError("refused"))


async def luister(poort: int, wie: list[str]) -> Gehoord:
    """Open all; return what was heard when the other side has had enough."""
    gehoord: Gehoord = {}
    lus, beurt = asyncio.get_running_loop(), asyncio.Semaphore(TEGELIJK)

    async def open_een(een: str) -> None:
        async with beurt:
            _, lijn = await lus.create_connection(lambda: Luisteraar(een, gehoord), "127.0.0.1", poort)
            await lijn.eerste

    await asyncio.gather(*map(open_een, wie))
    print("open", flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    return gehoord


if __name__ == "__main__":
    allen = sys.stdin.readline().split()
    print(json.dumps(asyncio.run(luister(int(sys.argv[1]), allen))), flush=True)
