"""Who may enter the staff pages: logged in, second factor set, and the role for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from locaties.queries.rollen import rollen_van

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


class GeenAanmelding(DefaultAccountAdapter):  # type: ignore[misc]
    """Staff accounts are made by the beheerder, never by signing up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's signature
        """Refuse every sign-up."""
        return False


class TweedeFactorMiddleware:
    """Nobody who is logged in reaches a page without a second factor, the admin included."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Send who lacks the second factor to the page that sets it up."""
        vrij = request.path.startswith(("/inloggen/", "/static/")) or not request.user.is_authenticated
        if vrij or is_mfa_enabled(request.user):
            return self.get_response(request)
        return redirect("mfa_activate_totp")


def met_rol(*soorten: str) -> Callable[[View[P]], View[P]]:
    """Let only staff with one of these roles in; ``request.locatie_ids`` is None for "all"."""

    def omhul(view: View[P]) -> View[P]:
        @wraps(view)
        def bewaakt(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            toegang = rollen_van(gebruiker_id=request.user.pk or 0, soorten=soorten)
            if not toegang.mag:
                raise PermissionDenied
            request.locatie_ids = toegang.locatie_ids  # type: ignore[attr-defined]
            return view(request, *args, **kwargs)

        return login_required(bewaakt)

    return omhul
