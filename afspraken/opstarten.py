"""What a server does before it answers the first visitor, under ASGI and WSGI."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from django.db import connection
from django.urls import get_resolver

from afspraken.models.bewaking import bewaking_controleren
from afspraken.models.versiebewaking import versiebewaking_controleren


def opstarten() -> None:
    """Refuse to serve without the guards of the database; read every page now: no visitor waits for it."""
    # In a thread of its own: the processes of `uvicorn --workers` load us while their event loop runs.
    with ThreadPoolExecutor(1) as draad:
        draad.submit(_controleren).result()
    get_resolver().url_patterns  # noqa: B018 - reading it is the point


def _controleren() -> None:
    bewaking_controleren()
    versiebewaking_controleren()
    connection.close()
