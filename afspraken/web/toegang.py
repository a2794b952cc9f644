"""Who may enter the staff pages: logged in, second factor set, and the role for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, cast
from urllib.parse import urlencode

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from locaties.actions.pincode_vrijgeven import pincode_vrijgeven
from locaties.queries.rollen import rollen_van

from .slot import weiger_op_slot

if TYPE_CHECKING:  # this layer knows no models
    from django.contrib.auth.base_user import AbstractBaseUser

P = ParamSpec("P")
# Where the second factor is shown, and the way out: open to who has not shown it yet.
BEWIJZEN = (
    "/inloggen/2fa/authenticate/",
    "/inloggen/2fa/reauthenticate/",
    "/inloggen/2fa/webauthn/reauthenticate/",
    "/inloggen/logout/",
)
CATALOGUS = "/catalogus/"
ALLEEN_NEDERLANDS = (
    "/inloggen/",
    "/telefoon/",
    "/ontvangst/",
    "/balie/",
    "/beheer/",
    "/scherm/",
    "/alarmen/",
)


BEWIJS_MET = {
    "reauthenticate": _("Met uw wachtwoord"),
    "mfa_reauthenticate": _("Met een code uit uw app"),
    "mfa_reauthenticate:webauthn": _("Met uw toegangssleutel"),
}


class Personeelsverzoek(HttpRequest):
    """A request of staff that passed the door: with the clock and the offices it may see (None = all)."""

    nu: datetime
    echt_nu: datetime
    locatie_ids: frozenset[int] | None


View = Callable[Concatenate[HttpRequest, P], HttpResponse]
Personeelsview = Callable[Concatenate[Personeelsverzoek, P], HttpResponse]


class GeenAanmelding(DefaultAccountAdapter):  # type: ignore[misc]
    """Staff accounts are made by the beheerder, never by signing up; nobody gets mail about a password."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("Uw gebruikersnaam of wachtwoord klopt niet."),
        "too_many_login_attempts": _(
            "U hebt te vaak geprobeerd. Wacht 5 minuten en probeer het dan opnieuw."
            " Weet u het niet meer? Vraag de beheerder van uw kantoor om hulp."
        ),
        "incorrect_password": _("Dit wachtwoord klopt niet."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Refuse every sign-up."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Everybody starts at the page that shows what the own role can do."""
        return resolve_url("beheer_start")

    def get_reauthentication_methods(self, user: AbstractBaseUser) -> list[dict[str, str]]:
        """Name the ways to prove who somebody is as on the other pages."""
        wijzen: list[dict[str, str]] = super().get_reauthentication_methods(user)
        return [
            wijze | {"description": str(BEWIJS_MET.get(wijze["id"], wijze["description"]))}
            for wijze in wijzen
        ]

    def send_mail(self, template_prefix: str, email: str, context: dict[str, object]) -> None:
        """Send nothing: a page that mails any address is a gift to who sends junk."""

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **kwargs: Any) -> HttpResponse:
        """Whoever passed password and second factor may try the code of the tablet again.

        Whoever has no second factor yet sets it up now, and does not type the password again for it.
        """
        if not is_mfa_enabled(user):
            record_authentication(request, user, method="password", reauthenticated=True)
        pincode_vrijgeven(gebruiker_id=user.pk, nu=request.nu)  # type: ignore[attr-defined]
        return cast(HttpResponse, super().post_login(request, user, **kwargs))

    def add_message(
        self, request: HttpRequest, level: int, *args: object, message: str = "", **kwargs: object
    ) -> None:
        """Say only what went wrong: that it worked, the page that follows shows."""
        if level == messages.ERROR and message:
            messages.error(request, message)


class TweedeFactorMiddleware:
    """Nobody who is logged in reaches a page without the second factor, the admin included."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Send who lacks the second factor to where it is set up or shown. Staff and halls see Dutch only."""
        if request.path.startswith(ALLEEN_NEDERLANDS):
            translation.activate("nl")
        return _eerst(request) or self.get_response(request)


def _eerst(request: HttpRequest) -> HttpResponse | None:
    """Return the way to what must come first, or nothing."""
    if not request.user.is_authenticated or request.path.startswith("/static/"):
        return None
    if not is_mfa_enabled(request.user):
        return None if request.path.startswith("/inloggen/") else redirect("mfa_activate_totp")
    if toonde_tweede_factor(request) or request.path.startswith(BEWIJZEN):
        return _catalogus_op_slot(request)
    return redirect(f"{reverse('mfa_reauthenticate')}?{urlencode({'next': request.path})}")


def _catalogus_op_slot(request: HttpRequest) -> HttpResponse | None:
    """The catalogue is no page of ours, with no role to ask; on a tablet it goes on the lock all the same."""
    if not request.path.startswith(CATALOGUS):
        return None
    return weiger_op_slot(cast(Personeelsverzoek, request))


def toonde_tweede_factor(request: HttpRequest) -> bool:
    """Whether the second factor was shown in this session; the password alone opens nothing."""
    return any(bewijs["method"] == "mfa" for bewijs in get_authentication_records(request, request.user))


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
            return weiger_op_slot(verzoek) or view(verzoek, *args, **kwargs)

        return login_required(bewaakt)

    return omhul
