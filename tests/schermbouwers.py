"""Builders for the screens in a hall."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.test import Client

from afspraken.actions.scherm_koppelen import scherm_koppelen
from afspraken.actions.scherm_maken import scherm_maken
from afspraken.actions.schermcode_geven import schermcode_geven
from afspraken.models import Scherm
from afspraken.queries.schermtoken import Schermtoegang, scherm_bij
from tests.bouwers import Kantoorscene, op

OCHTEND = op("09:00")


def een_scherm(scene: Kantoorscene, naam: str = "Hal", *, nu: datetime = OCHTEND) -> Scherm:
    """Make one that nobody has paired yet."""
    scherm_id = scherm_maken(kantoor=scene.locatie.code, naam=naam, locatie_ids=None, nu=nu)
    return Scherm.objects.get(id=scherm_id)


def een_code(scherm: Scherm, *, nu: datetime = OCHTEND) -> str:
    """Give it a code."""
    return schermcode_geven(scherm_id=scherm.id, locatie_ids=None, nu=nu).code


def koppel(code: str, *, nu: datetime = OCHTEND, afzender_ip: str = "10.0.0.1") -> str:
    """Type the code on a device; return the token it keeps."""
    return scherm_koppelen(code=code, afzender_ip=afzender_ip, nu=nu).token


def een_gekoppeld_scherm(scene: Kantoorscene, naam: str = "Hal", *, nu: datetime = OCHTEND) -> str:
    """Make, give a code and pair; return the token."""
    return koppel(een_code(een_scherm(scene, naam, nu=nu), nu=nu), nu=nu)


def toegang_van(token: str) -> Schermtoegang:
    """What this token opens; it must open something."""
    toegang = scherm_bij(token=token)
    assert toegang
    return toegang


def met_token(token: str) -> Client:
    """Return the browser of a device with this token."""
    apparaat = Client()
    apparaat.cookies[settings.SCHERM_COOKIE_NAME] = token
    return apparaat
