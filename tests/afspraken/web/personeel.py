"""Staff at the door: a user with a role, logged in, with or without the second factor."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.test import Client

from locaties.models import Gebruiker, Locatie, Rol


def een_gebruiker(*rollen: str, locatie: Locatie | None = None, tweede_factor: bool = True) -> Gebruiker:
    """Make a user with these roles, for one office or for all."""
    gebruiker = Gebruiker.objects.create_user(f"gebruiker{Gebruiker.objects.count()}")
    for soort in rollen:
        Rol.objects.create(gebruiker=gebruiker, soort=soort, locatie=locatie)
    if tweede_factor:
        Authenticator.objects.create(user=gebruiker, type=Authenticator.Type.TOTP, data={"secret": "x"})
    return gebruiker


def ingelogd(*rollen: str, locatie: Locatie | None = None, tweede_factor: bool = True) -> Client:
    """Return a browser in which this user is logged in."""
    browser = Client()
    browser.force_login(een_gebruiker(*rollen, locatie=locatie, tweede_factor=tweede_factor))
    return browser
