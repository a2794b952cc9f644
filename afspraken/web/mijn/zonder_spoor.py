"""A link must leave no trace: not in the address that a browser passes on, not even to our own files."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse

from .verzoek import Verzoek


def zonder_spoor(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let the browser pass on the site at most, never the path.

    Not "no-referrer": with that a browser sends "Origin: null" with a form, and the CSRF check refuses it.
    """

    @wraps(view)
    def gewikkeld(request: Verzoek, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Referrer-Policy"] = "strict-origin"
        return response

    return gewikkeld
