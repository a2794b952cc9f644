"""Pages for what goes wrong at the edge."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def formulier_verlopen(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Show what to do when the form's CSRF token is too old or missing."""
    return render(request, "403.html", status=403)
