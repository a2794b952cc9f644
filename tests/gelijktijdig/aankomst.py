"""What a process of a crew does at the door: check in, and give numbers, on the real actions."""

from __future__ import annotations

import time
from unittest.mock import patch
from uuid import UUID, uuid4

from django.db import connection

from afspraken.actions.bezoeker_aanmelden import bezoeker_aanmelden
from afspraken.actions.bezoeker_inschrijven import bezoeker_inschrijven
from afspraken.models import Bezoek, Gebeurtenis, Volgnummer
from afspraken.rules.aanvraag import Gevraagd
from locaties.models import Locatie
from tests.bouwers import op


def meld_aan(*, code: str, rol: str = "host") -> list[object]:
    """Check in by code; return visit and ticket."""
    kaart = bezoeker_aanmelden(code=code, nu=op("09:55"), rol=rol)
    return [str(kaart.bezoek_id), kaart.letter, kaart.nummer]


def schrijf_in(*, kantoor: str, formulier: str = "") -> int:
    """Give a number without an appointment."""
    kaart = bezoeker_inschrijven(
        bezoek_id=UUID(formulier) if formulier else uuid4(),
        locatie=kantoor,
        producten=(Gevraagd("paspoort"),),
        nu=op("10:00"),
        rol="host",
    )
    return kaart.nummer


def schrijf_in_zonder_slot(*, kantoor: str, besluit_om: float) -> int:
    """Negative control: look up the last number before the lock, wait until all have, then write."""
    gegeven = Volgnummer.objects.filter(locatie__code=kantoor, letter="B").values_list("laatste", flat=True)
    nummer = (gegeven.first() or 0) + 1
    connection.close()
    time.sleep(max(0.0, besluit_om - time.time()))
    with patch("afspraken.actions.stappen.nieuwbezoek.volgend_nummer", return_value=nummer):
        return schrijf_in(kantoor=kantoor)


def nummers(*, kantoor: str) -> list[list[object]]:
    """Every ticket of the office, in order."""
    rijen = Bezoek.objects.filter(locatie__code=kantoor).order_by("letter", "nummer")
    return [list(rij) for rij in rijen.values_list("letter", "nummer")]


def aanmeldingen(*, kantoor: str) -> int:
    """How often it was written down that somebody was checked in."""
    soort = "bezoek.aangemeld"
    return Gebeurtenis.objects.filter(bezoek__locatie=Locatie.objects.get(code=kantoor), soort=soort).count()
