"""Who may enter the staff pages: logged in, second factor set, and the role for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from locaties.queries.rollen import rollen_van

P = ParamSpec("P")
PERSONEEL = ("/inloggen/", "/telefoon/", "/beheer/")


class Personeelsverzoek(HttpRequest):
    """A request of staff that passed the door: with the clock and the offices it may see (None = all)."""

    nu: datetime
    locatie_ids: frozenset[int] | None


View = Callable[Concatenate[HttpRequest, P], HttpResponse]
Personeelsview = Callable[Concatenate[Personeelsverzoek, P], HttpResponse]


class GeenAanmelding(DefaultAccountAdapter):  # type: ignore[misc]
    """Staff accounts are made by the beheerder, never by signing up; nobody gets mail about a password."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("Uw gebruikersnaam of wachtwoord klopt niet."),
        "too_many_login_attempts": _("U hebt te vaak geprobeerd. Wacht een paar minuten."),
        "incorrect_password": _("Dit wachtwoord klopt niet."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Refuse every sign-up."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Everybody starts at the page that shows what the own role can do."""
        return resolve_url("beheer_start")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, object]) -> None:
        """Send nothing: a page that mails any address is a gift to who sends junk."""

    def add_message(self, *args: object, **kwargs: object) -> None:
        """Say nothing: the page that follows shows that it worked."""


class TweedeFactorMiddleware:
    """Nobody who is logged in reaches a page without a second factor, the admin included."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Send who lacks the second factor to the page that sets it up. Staff pages speak Dutch only."""
        if request.path.startswith(PERSONEEL):
            translation.activate("nl")
        vrij = request.path.startswith(("/inloggen/", "/static/")) or not request.user.is_authenticated
        if vrij or is_mfa_enabled(request.user):
            return self.get_response(request)
        return redirect("mfa_activate_totp")


def met_rol(*soorten: str) -> Callable[[Personeelsview[P]], View[P]]:
    """Let only staff with one of these roles in; ``request.locatie_ids`` is None for "all"."""

    def omhul(view: Personeelsview[P]) -> View[P]:
        @wraps(view)
        def bewaakt(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            toegang = rollen_van(gebruiker_id=request.user.pk or 0, soorten=soorten)
            if not toegang.mag:
                return render(request, "account/geen_rol.html", status=403)
            verzoek = cast(Personeelsverzoek, request)
            verzoek.locatie_ids = toegang.locatie_ids
            return view(verzoek, *args, **kwargs)

        return login_required(bewaakt)

    return omhul
