"""Passkeys ("toegangssleutels") in our own words, for the one address of this site."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from afspraken.queries.tweede_factor import open_geheim, sluit_geheim

NAAM_TEKENS = 60


class Sleuteladapter(DefaultMFAAdapter):  # type: ignore[misc]
    """The second factor, named as on the pages and sealed in the database."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": gettext_lazy("Dit klopt niet. Probeer het nog een keer."),
    }

    def encrypt(self, text: str) -> str:
        """Keep no secret in the clear: who reads one is that colleague from then on."""
        return sluit_geheim(geheim=text)

    def decrypt(self, encrypted_text: str) -> str:
        """Open it, also when an older version kept it in the clear."""
        return open_geheim(bewaard=encrypted_text)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """A passkey belongs to the address of the site, whatever name the request came in under."""
        huis = str(urlsplit(settings.SITE_ADRES).hostname)
        return {"id": huis, "name": huis}

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:  # noqa: A002 - allauth's name
        """Number them; whoever wants gives a better name."""
        aantal = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return _("Sleutel %(nummer)d") % {"nummer": aantal + 1}


class Sleutelformulier(AddWebAuthnForm):  # type: ignore[misc]
    """A new passkey; it opens the door by itself unless somebody does not want that."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask it in our words."""
        kwargs["initial"] = {"passwordless": True, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        _stel_naam(self.fields["name"])
        self.fields["passwordless"].label = _("Ik wil met deze sleutel inloggen zonder wachtwoord")


class Naamformulier(EditWebAuthnForm):  # type: ignore[misc]
    """Another name for a passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask it in our words."""
        super().__init__(*args, **kwargs)
        _stel_naam(self.fields["name"])


def _stel_naam(veld: Any) -> None:
    veld.label = _("Naam van de sleutel")
    veld.max_length = NAAM_TEKENS
    veld.widget.attrs["maxlength"] = NAAM_TEKENS
    veld.error_messages["required"] = _("Vul een naam in.")
