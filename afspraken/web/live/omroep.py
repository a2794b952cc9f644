"""Tells everybody in this process who listens to an office which version its queue has.

Only touched by the event loop. A listener holds no messages: woken up, it reads the newest version. So who is
slow skips what is old, and costs nothing meanwhile.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Coroutine, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from .stoppen import bij_stoppen

MAX_PER_WIE = 20


class Vol(Exception):
    """No more streams here."""


class Luisteraar:
    """One open stream."""

    def __init__(self, locatie_id: int) -> None:
        """Nothing heard yet."""
        self.locatie_id = locatie_id
        self.is_weg = False
        self._wekker = asyncio.Event()

    def wek(self) -> None:
        """Something has changed."""
        self._wekker.set()

    def vertrek(self) -> None:
        """This stream ends."""
        self.is_weg = True
        self.wek()

    async def wacht(self, seconden: float) -> None:
        """Sleep until woken, so many seconds at most."""
        try:
            async with asyncio.timeout(seconden):
                await self._wekker.wait()
        except TimeoutError:
            return
        self._wekker.clear()


class Omroep:
    """The listeners of this process; the source is open while there are any."""

    def __init__(self, bron: Callable[[Omroep], Coroutine[Any, Any, None]], *, hoogstens: int) -> None:
        """``bron`` calls ``meld`` and ``meld_alle`` until it is cancelled."""
        self._bron = bron
        self._hoogstens = hoogstens
        self._zalen: dict[int, set[Luisteraar]] = {}
        self._per_wie: Counter[str] = Counter()
        self._versies: Mapping[int, int] | None = None
        self._dicht = False
        self._sluit: Callable[[], None] = lambda: None

    @contextmanager
    def luister(self, locatie_id: int, wie: str) -> Iterator[Luisteraar]:
        """Take part. Raises ``Vol`` when there are too many, or when the server is stopping."""
        if self._dicht or self._per_wie.total() >= self._hoogstens or self._per_wie[wie] >= MAX_PER_WIE:
            raise Vol
        if not self._zalen:
            self._open()
        luisteraar = Luisteraar(locatie_id)
        self._zalen.setdefault(locatie_id, set()).add(luisteraar)
        self._per_wie[wie] += 1
        try:
            yield luisteraar
        finally:
            self._weg(luisteraar, wie)

    def versie(self, locatie_id: int) -> int | None:
        """Return the newest version, 0 before the first visitor; None: not known yet."""
        return None if self._versies is None else self._versies.get(locatie_id, 0)

    def meld(self, locatie_id: int, versie: int) -> None:
        """One office has changed."""
        self.meld_alle({**(self._versies or {}), locatie_id: versie})

    def meld_alle(self, versies: Mapping[int, int]) -> None:
        """This is how it stands everywhere; wake who listens to what is different."""
        oud, self._versies = self._versies, versies
        for locatie_id, zaal in self._zalen.items():
            if oud is None or oud.get(locatie_id) != versies.get(locatie_id):
                for luisteraar in zaal:
                    luisteraar.wek()

    def stop(self) -> None:
        """End all streams and take no new ones: the server stops, and does not wait for who stays."""
        self._dicht = True
        for zaal in self._zalen.values():
            for luisteraar in zaal:
                luisteraar.vertrek()

    def _open(self) -> None:
        taak = asyncio.get_running_loop().create_task(self._bron(self))
        herstel = bij_stoppen(self.stop)

        def sluit() -> None:
            taak.cancel()
            herstel()

        self._sluit = sluit

    def _weg(self, luisteraar: Luisteraar, wie: str) -> None:
        zaal = self._zalen[luisteraar.locatie_id]
        zaal.discard(luisteraar)
        if not zaal:
            del self._zalen[luisteraar.locatie_id]
        self._per_wie[wie] -= 1
        if not self._per_wie[wie]:
            del self._per_wie[wie]
        if not self._zalen:
            self._sluit()
            self._versies = None
