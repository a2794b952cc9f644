"""The app with codes: its secret lies sealed in the session too, while somebody sets it up."""

from __future__ import annotations

from typing import Any

from allauth.core import context
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from django.utils.translation import gettext_lazy as _

from afspraken.queries.tweede_factor import open_geheim, sluit_geheim


class Appformulier(ActivateTOTPForm):  # type: ignore[misc]
    """The code that proves that the app works; each time the page opens there is another secret."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Lay the secret open for allauth, that reads it here, and close it before the session is kept."""
        sessie = context.request.session
        if kwargs.get("data") is not None and SECRET_SESSION_KEY in sessie:
            sessie[SECRET_SESSION_KEY] = open_geheim(bewaard=sessie[SECRET_SESSION_KEY])
        super().__init__(*args, **kwargs)
        sessie[SECRET_SESSION_KEY] = sluit_geheim(geheim=self.secret)
        self.fields["code"].label = _("Code uit de app")
