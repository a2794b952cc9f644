"""Staff at the door: a user with a role, logged in, with or without the second factor."""

from __future__ import annotations

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
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
    return ingelogd_als(een_gebruiker(*rollen, locatie=locatie, tweede_factor=tweede_factor))


def gezocht(browser: Client, pad: str, tekst: str) -> str:
    """Type it in the search box of this page and press Zoek; return the page that follows."""
    antwoord = browser.post(pad, {"tekst": tekst}, follow=True)
    return str(antwoord.content.decode())


def ingelogd_als(
    gebruiker: Gebruiker, *, tweede_factor: bool = True, browser: Client | None = None
) -> Client:
    """Log this user in with the password, and with the second factor or without; long ago."""
    browser = browser or Client()
    browser.force_login(gebruiker)
    sessie = browser.session
    bewijzen = [{"method": "password", "at": 0.0}]
    if tweede_factor:
        bewijzen.append({"method": "mfa", "type": "totp", "at": 0.0})
    sessie[AUTHENTICATION_METHODS_SESSION_KEY] = bewijzen
    sessie["account_authentication_methods_user"] = str(gebruiker.pk)
    sessie.save()
    return browser
