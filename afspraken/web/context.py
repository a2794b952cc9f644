"""What every page needs."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from afspraken.web.alarmen import alarmstand
from locaties.queries.gemeente import gemeente


def algemeen(request: HttpRequest) -> dict[str, Any]:
    """Municipality, theme and the nonce under the name that django-htmx reads."""
    return {
        "gemeente": gemeente(),
        "huisstijl": settings.HUISSTIJL,
        "demo": settings.DEMO,
        "alarmstand": partial(alarmstand, request),  # asked only by a page that shows it
        "csp_nonce": getattr(request, "csp_nonce", ""),
    }
