"""Hear that the server is told to stop. uvicorn waits for open answers, and a stream never ends by itself."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any


def bij_stoppen(doe: Callable[[], None]) -> Callable[[], None]:
    """Have the event loop do this when a signal to stop comes, before what the server itself does with it.

    Return what undoes that. Signals only reach the main thread; elsewhere nothing happens.
    """
    if threading.current_thread() is not threading.main_thread():
        return lambda: None
    lus = asyncio.get_running_loop()
    ingesteld = [_zet_ervoor(nummer, doe, lus) for nummer in (signal.SIGINT, signal.SIGTERM)]

    def herstel() -> None:
        for nummer, eigen, oud in ingesteld:
            if signal.getsignal(nummer) is eigen:
                signal.signal(nummer, oud)

    return herstel


def _zet_ervoor(
    nummer: signal.Signals, doe: Callable[[], None], lus: asyncio.AbstractEventLoop
) -> tuple[signal.Signals, Any, Any]:
    oud = signal.getsignal(nummer)

    def vang(ontvangen: int, plek: FrameType | None) -> None:
        lus.call_soon_threadsafe(doe)
        if callable(oud):
            oud(ontvangen, plek)

    if callable(oud):  # else it ends the process at once, and that is fine
        signal.signal(nummer, vang)
    return nummer, vang, oud
