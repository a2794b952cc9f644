"""A citizen's last click, through the real pages: fill in up to the check page, then send the form."""

from __future__ import annotations

from datetime import timedelta
from unittest.mock import patch

import time_machine
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests.afspraken.web.site.bezoeker import Bezoeker
from tests.bouwers import NU
from tests.gelijktijdig.vallen import val

HIER = {"host": "localhost"}  # one that the demo knows


def tot_controle(*, kantoor: str) -> dict[str, str]:
    """Walk up to the check page at this office; return the session and the hidden uuid of the form."""
    with time_machine.travel(NU, tick=False):
        bezoeker = Bezoeker(Client(headers=HIER))
        bezoeker.kies_product()
        bezoeker.stuur("hulp_kiezen", hulp="nee")
        bezoeker.stuur("locatie_kiezen", locatie=kantoor)
        bezoeker.kies_tijd("10:00")
        bezoeker.vul_gegevens()
        return {
            "sessie": bezoeker.client.cookies[settings.SESSION_COOKIE_NAME].value,
            "formulier": bezoeker.formulier(),
        }


def verstuur(*, sessie: str, formulier: str, val_bij: str = "") -> str:
    """Send the form and return the address of the page that it ends at; or fall at this function."""
    client = Client(headers=HIER)
    client.cookies[settings.SESSION_COOKIE_NAME] = sessie
    with time_machine.travel(NU + timedelta(minutes=1), tick=False):
        if val_bij:
            with patch(f"afspraken.{val_bij}", side_effect=val):
                client.post(reverse("afspraak_maken"), {"formulier": formulier})
        antwoord = client.post(reverse("afspraak_maken"), {"formulier": formulier}, follow=True)
    assert antwoord.status_code == 200
    return str(antwoord.request["PATH_INFO"])
