"""Somebody who walks through the pages of the site, with the answers that a test is not about."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.test import Client
from django.urls import reverse

from tests.bouwers import op

MIJN_GEGEVENS = {"achternaam": "De Wit", "telefoon": "06 12345678", "email": "", "kanaal": "", "taal": "nl"}


@dataclass
class Bezoeker:
    """A browser without JavaScript."""

    client: Client

    def lees(self, naam: str, *args: object, **vraag: str) -> str:
        """Open a page and return its text; follow where it sends us."""
        antwoord = self.client.get(reverse(naam, args=args), vraag, follow=True)
        assert antwoord.status_code == 200
        return tekst_van(antwoord)

    def waar(self, naam: str, *args: object, **vraag: str) -> str:
        """Return the address that this page ends at."""
        antwoord = self.client.get(reverse(naam, args=args), vraag, follow=True)
        return str(antwoord.request["PATH_INFO"])

    def stuur(self, naam: str, *args: object, **velden: Any) -> Any:
        """Send a form."""
        return self.client.post(reverse(naam, args=args), velden)

    def kies_product(self, code: str = "paspoort", *, personen: int = 1) -> None:
        self.stuur("product_bekijken", code)
        self.stuur("personen_kiezen", aantal=str(personen))

    def tot_kantoor(self) -> None:
        self.kies_product()
        self.stuur("hulp_kiezen", hulp="nee")

    def tot_moment(self) -> None:
        self.tot_kantoor()
        self.stuur("locatie_kiezen", locatie="loosduinen")

    def kies_tijd(self, om: str | datetime = "10:00") -> Any:
        begin = op(om) if isinstance(om, str) else om
        return self.stuur("moment_kiezen", begin=begin.isoformat())

    def tot_gegevens(self, om: str = "10:00") -> None:
        self.tot_moment()
        assert self.kies_tijd(om).status_code == 302

    def vul_gegevens(self, **velden: str) -> Any:
        return self.stuur("gegevens_invullen", **(MIJN_GEGEVENS | velden))

    def tot_controle(self, om: str = "10:00") -> None:
        self.tot_gegevens(om)
        assert self.vul_gegevens().status_code == 302

    def formulier(self) -> str:
        """Return the hidden uuid of the check page."""
        gevonden = re.search(r'name="formulier" value="([^"]+)"', self.lees("afspraak_controleren"))
        assert gevonden
        return gevonden[1]

    def maak(self, formulier: str | None = None) -> Any:
        return self.stuur("afspraak_maken", formulier=formulier or self.formulier())


def tekst_van(antwoord: Any) -> str:
    """Return what a person reads (and the tags)."""
    return html.unescape(antwoord.content.decode())
