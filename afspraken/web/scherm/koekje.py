"""The cookie that makes a device a screen: read by the site only, sent to the site only."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse

from .verzoek import Verzoek


def token_van(request: Verzoek) -> str:
    """Return what the device carries; "" when nothing."""
    return request.COOKIES.get(settings.SCHERM_COOKIE_NAME, "")


def geef_token(response: HttpResponse, token: str) -> HttpResponse:
    """Let the device keep it for a year from now."""
    response.set_cookie(
        settings.SCHERM_COOKIE_NAME,
        token,
        max_age=settings.SCHERM_COOKIE_AGE,
        secure=not settings.DEMO,
        httponly=True,
        samesite="Lax",
    )
    return response
