"""The stage of the journeys that need streams: the same, behind a real server."""

from __future__ import annotations

from tests.reizen.uvicorn import klok, stad, uvicorn

__all__ = ["klok", "stad", "uvicorn"]
