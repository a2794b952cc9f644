"""Who sets up the first second factor has shown it by doing so, and goes on without typing a second code."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.totp.views import activate_totp
from allauth.mfa.utils import is_mfa_enabled
from allauth.mfa.webauthn.views import add_webauthn
from django.http import HttpRequest, HttpResponse
from django.urls import path


def _toont(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @wraps(view)
    def gewikkeld(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        was_kaal = request.user.is_authenticated and not is_mfa_enabled(request.user)
        response = view(request, *args, **kwargs)
        if was_kaal and is_mfa_enabled(request.user):
            record_authentication(request, request.user, "mfa")
        return response

    return gewikkeld


eerste_factor = [
    path("2fa/totp/activate/", _toont(activate_totp), name="mfa_activate_totp"),
    path("2fa/webauthn/add/", _toont(add_webauthn), name="mfa_add_webauthn"),
]
