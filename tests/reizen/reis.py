"""One visitor with a browser: does what people do, and judges each page it comes to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from django.db import connection
from playwright.sync_api import Error, Locator, Page, expect

from .bewaking import Bewaking
from .toegankelijk import toets_toegankelijkheid


@dataclass
class Reis:
    """A page, its address and what was seen on the way."""

    pagina: Page
    adres: str
    met_script: bool = True
    keurt: bool = True
    bewaking: Bewaking = field(default_factory=Bewaking)

    def __post_init__(self) -> None:
        """Watch from the first page."""
        self.bewaking.let_op(self.pagina)

    def open(self, pad: str) -> None:
        """Type an address; again when the page just went somewhere by itself, as a locked tablet does."""
        adres = pad if pad.startswith("http") else f"{self.adres}{pad}"
        try:
            self.pagina.goto(adres)
        except Error as fout:
            if "net::ERR_ABORTED" not in fout.message:
                raise
            self.pagina.goto(adres)
        self.toets()

    def knop(self, naam: str | re.Pattern[str]) -> None:
        """Press a button that brings another page."""
        self._ga(self.pagina.get_by_role("button", name=naam, exact=isinstance(naam, str)))

    def link(self, naam: str | re.Pattern[str]) -> None:
        """Follow a link to another page."""
        self._ga(self.pagina.get_by_role("link", name=naam, exact=isinstance(naam, str)))

    def _ga(self, waar: Locator) -> None:
        with self.pagina.expect_navigation():
            waar.first.click()
        self.toets()

    def kies(self, naam: str | re.Pattern[str]) -> None:
        """Choose a tile."""
        # The label lies over the box: forced, the click lands on it as a finger would.
        self.pagina.get_by_label(naam, exact=isinstance(naam, str)).first.check(force=True)

    def vul(self, label: str, tekst: str) -> None:
        """Type in a field."""
        self.veld(label).fill(tekst)

    def veld(self, label: str) -> Locator:
        """Return the field with this label, "(niet verplicht)" left out."""
        return self.pagina.get_by_label(re.compile(rf"^\s*{re.escape(label)}")).first

    def ziet(self, tekst: str | re.Pattern[str]) -> None:
        """Expect words on the page."""
        expect(self.pagina.locator("body")).to_contain_text(tekst)

    def ziet_niet(self, tekst: str) -> None:
        """Expect these words nowhere."""
        expect(self.pagina.locator("body")).not_to_contain_text(tekst)

    def kop(self, tekst: str | re.Pattern[str]) -> None:
        """Expect the one heading of the page."""
        expect(self.pagina.locator("h1")).to_have_count(1)
        expect(self.pagina.locator("h1")).to_contain_text(tekst)

    def toets(self) -> None:
        """Judge the page, on one engine: it is the same on both. Without scripts axe cannot run."""
        if self.met_script and self.keurt and connection.vendor == "sqlite":
            toets_toegankelijkheid(self.pagina)

    def klaar(self) -> None:
        """Nothing went wrong on the way."""
        assert not self.bewaking.fouten, "\n".join(self.bewaking.fouten)
