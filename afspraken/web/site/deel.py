"""Page or part of a page: htmx asks for a part, but never when the browser goes back."""

from __future__ import annotations

from django.http import HttpRequest


def vraagt_deel(request: HttpRequest) -> bool:
    """Tell whether only the part that changes should be sent."""
    htmx = getattr(request, "htmx", None)
    if htmx is None or request.method != "GET":
        return False
    return bool(htmx) and not htmx.history_restore_request
