"""What a process can do with the code of a screen."""

from __future__ import annotations

import time
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import connection

from afspraken.actions.scherm_koppelen import KoppelcodeOnjuist, scherm_koppelen
from afspraken.models import Scherm
from afspraken.rules.schermkoppeling import koppelcode_hash, nieuw_schermtoken, schermtoken_hash
from locaties.models import Locatie
from tests.bouwers import NU


def maak_scherm(*, kantoor: str, code: str) -> str:
    """Make one with a code that works for a quarter of an hour."""
    scherm = Scherm.objects.create(
        locatie=Locatie.objects.get(code=kantoor),
        naam="Hal",
        koppelcode_hash=koppelcode_hash(settings.LINK_SLEUTEL, code),
        koppelcode_tot=NU + timedelta(minutes=15),
    )
    return str(scherm.id)


def koppel(*, code: str, afzender_ip: str) -> str:
    """Type the code; return the token."""
    return scherm_koppelen(code=code, afzender_ip=afzender_ip, nu=NU).token


def koppel_na_kijken(*, code: str, scherm_id: str, besluit_om: float) -> str:
    """Negative control: look whether the code is right, wait until all have looked, then pair."""
    goed = Scherm.objects.filter(koppelcode_hash=koppelcode_hash(settings.LINK_SLEUTEL, code))
    if not goed.exists():
        raise KoppelcodeOnjuist
    connection.close()
    time.sleep(max(0.0, besluit_om - time.time()))
    token = nieuw_schermtoken()
    Scherm.objects.filter(id=UUID(scherm_id)).update(token_hash=schermtoken_hash(token), koppelcode_hash="")
    return token


def is_gekoppeld_met(*, token: str) -> bool:
    """Whether this is the device that shows the numbers."""
    return Scherm.objects.filter(token_hash=schermtoken_hash(token)).exists()
