"""Logins of the demo: one for each role, with a known password and second factor. Never outside the demo."""

from __future__ import annotations

import base64
import hashlib
import time
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.db import transaction

from locaties.models import Gebruiker, Locatie, Medewerker, Rol

WACHTWOORD = "demo-afspraken"
STADHUIS = "dh-spui"
TOTP_SECONDEN = 30


@dataclass(frozen=True, slots=True)
class Inlog:
    """One login: role, and the office it is for ("" = all)."""

    naam: str
    rol: str
    locatie: str
    uitleg: str


INLOGGEN = (
    Inlog("telefonist", Rol.Soort.TELEFONIST, "", "telefonist 14 070, alle kantoren"),
    Inlog("planner", Rol.Soort.PLANNER, "", "planner, alle kantoren"),
    Inlog("host", Rol.Soort.HOST, STADHUIS, "host in Stadhuis Spui"),
    Inlog("balie", Rol.Soort.BALIEMEDEWERKER, STADHUIS, "baliemedewerker in Stadhuis Spui (Jan)"),
    Inlog("balie2", Rol.Soort.BALIEMEDEWERKER, STADHUIS, "baliemedewerker in Stadhuis Spui (Priya)"),
    Inlog("balie3", Rol.Soort.BALIEMEDEWERKER, STADHUIS, "baliemedewerker in Stadhuis Spui (Sanne)"),
    Inlog("beheerder", Rol.Soort.BEHEERDER, "", "beheerder, alles"),
)
# With different days off. Jan and Sanne are trained for accessible visits, Priya is not.
BALIEMEDEWERKERS = {"balie": "jan-de-vries", "balie2": "priya-ramdin", "balie3": "sanne-bakker"}


def gebruikers_maken() -> None:
    """Make the logins that are not there yet."""
    with transaction.atomic():
        for inlog in INLOGGEN:
            _maak(inlog)
        _koppel_balies()


def _maak(inlog: Inlog) -> None:
    is_beheerder = inlog.rol == Rol.Soort.BEHEERDER
    gebruiker, _ = Gebruiker.objects.update_or_create(
        username=inlog.naam,
        defaults={
            "is_staff": is_beheerder,
            "is_superuser": is_beheerder,
            "is_active": True,
            "email": f"{inlog.naam}@demo.example",
        },
    )
    if not gebruiker.check_password(WACHTWOORD):
        gebruiker.set_password(WACHTWOORD)
        gebruiker.save(update_fields=["password"])
    locatie = Locatie.objects.get(code=inlog.locatie) if inlog.locatie else None
    Rol.objects.get_or_create(gebruiker=gebruiker, locatie=locatie, soort=inlog.rol)
    if not Authenticator.objects.filter(user=gebruiker, type=Authenticator.Type.TOTP).exists():
        TOTP.activate(gebruiker, geheim(inlog.naam))


def _koppel_balies() -> None:
    """The logins at the counter are employees of that office."""
    for naam, code in BALIEMEDEWERKERS.items():
        gebruiker = Gebruiker.objects.get(username=naam)
        if not Medewerker.objects.filter(gebruiker=gebruiker).exists():
            Medewerker.objects.filter(code=code).update(gebruiker=gebruiker)


def geheim(naam: str) -> str:
    """Return the fixed secret of the second factor, for an authenticator app."""
    return base64.b32encode(hashlib.sha256(f"demo {naam}".encode()).digest()[:20]).decode()


def code_nu(naam: str) -> str:
    """Return the code that counts at this moment."""
    return str(format_hotp_value(hotp_value(geheim(naam), int(time.time()) // TOTP_SECONDEN)))
