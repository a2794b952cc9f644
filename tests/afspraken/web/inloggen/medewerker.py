"""An employee at the door: sets up the app with codes, and logs in with it, through the pages."""

from __future__ import annotations

import time
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client
from django.urls import reverse

from locaties.models import Gebruiker
from tests.afspraken.web.personeel import een_gebruiker

WACHTWOORD = "een-lang-wachtwoord"
APP, HERSTEL = Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES


@dataclass(frozen=True, slots=True)
class Ingesteld:
    """What an employee has after setting up: on the phone the secret, on paper the recovery codes."""

    gebruiker: Gebruiker
    browser: Client
    geheim: str
    codes: list[str]


def een_medewerker() -> Gebruiker:
    """Make one with a password, who has no second factor yet."""
    gebruiker = een_gebruiker("telefonist", tweede_factor=False)
    gebruiker.set_password(WACHTWOORD)
    gebruiker.save()
    return gebruiker


def met_wachtwoord(gebruiker: Gebruiker) -> Client:
    """Pass the first page of the door."""
    browser = Client()
    browser.post(reverse("account_login"), {"login": gebruiker.username, "password": WACHTWOORD})
    return browser


def code_van(geheim: str) -> str:
    """Return the code that the app shows now."""
    return str(format_hotp_value(hotp_value(geheim, int(time.time()) // 30)))


def lees_geheim(browser: Client) -> str:
    """Open the page that sets the app up, and scan."""
    return str(browser.get(reverse("mfa_activate_totp")).context["form"].secret)


def stel_in() -> Ingesteld:
    """Go through it all: password, app, recovery codes."""
    gebruiker = een_medewerker()
    browser = met_wachtwoord(gebruiker)
    geheim = lees_geheim(browser)
    klaar = browser.post(reverse("mfa_activate_totp"), {"code": code_van(geheim)}, follow=True)
    return Ingesteld(gebruiker, browser, geheim, list(klaar.context["unused_codes"]))


def komt_erin(gebruiker: Gebruiker, code: str) -> bool:
    """Log in with the password and this code, and open a page for staff."""
    browser = met_wachtwoord(gebruiker)
    browser.post(reverse("mfa_authenticate"), {"code": code})
    return browser.get(reverse("telefoon_zoeken")).status_code == 200
