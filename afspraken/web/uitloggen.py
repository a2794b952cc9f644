"""Logging out leaves nothing on the machine: no page to go back to, nothing stored."""

from __future__ import annotations

from urllib.parse import urlencode

from allauth.account.views import logout as vraag_en_log_uit
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

WIS = '"cache", "storage"'


def uitloggen(request: HttpRequest) -> HttpResponse:
    """Ask first (GET), then log out (POST); the browser forgets what it kept of this site."""
    response: HttpResponse = vraag_en_log_uit(request)
    return _gewist(response) if request.method == "POST" else response


def log_uit(request: HttpRequest, *, verder: str) -> HttpResponse:
    """Log out because too much was tried, and ask for the full login."""
    logout(request)
    return _gewist(redirect(f"{reverse('account_login')}?{urlencode({'next': verder})}"))


def _gewist(response: HttpResponse) -> HttpResponse:
    response["Clear-Site-Data"] = WIS
    return response
