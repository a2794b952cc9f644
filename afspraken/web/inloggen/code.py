"""A code from the app counts once, for as long as it could count (RFC 6238, 5.2)."""

from __future__ import annotations

from typing import Any

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from django.core.cache import cache


class _Eenmalig:
    """allauth forgets a code after one period; with a step either side it would count again after that."""

    user: Any
    authenticator: Authenticator

    def clean_code(self) -> str:
        code: str = super().clean_code()  # type: ignore[misc] # of the form beside us
        is_app = self.authenticator.type == Authenticator.Type.TOTP
        if is_app and not _eerste_keer(self.user.pk, code):
            raise get_adapter().validation_error("incorrect_code")
        return code


def _eerste_keer(gebruiker_id: int, code: str) -> bool:
    telt = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)
    return cache.add(f"inloggen.code:{gebruiker_id}:{normalize_user_code(code)}", "", timeout=telt)


class Codeformulier(_Eenmalig, AuthenticateForm):  # type: ignore[misc]
    """The second step of logging in."""


class Bewijsformulier(_Eenmalig, ReauthenticateForm):  # type: ignore[misc]
    """Showing again who somebody is."""
