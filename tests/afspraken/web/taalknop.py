"""A page as a browser without scripts has it: its forms, and what the button of the language sends."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

from django.test import Client

NIET_GEKOZEN = {"checkbox", "radio"}


class Formulieren(HTMLParser):
    """The forms of a page by id: their attributes, what stands in them, and their buttons in order."""

    def __init__(self, pagina: str) -> None:
        super().__init__()
        self.kenmerken: dict[str, dict[str, str]] = {}
        self.velden: dict[str, list[tuple[str, str]]] = {}
        self.knoppen: list[dict[str, str]] = []
        self.hier = self.keuze = ""
        self.feed(pagina)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kenmerk = {naam: waarde or "" for naam, waarde in attrs}
        if tag == "form":
            self.hier = kenmerk.get("id", f"#{len(self.kenmerken)}")
            self.kenmerken[self.hier] = kenmerk
        elif tag == "button":
            self.knoppen.append({"form": self.hier} | kenmerk)
        elif tag == "select":
            self.keuze = kenmerk.get("name", "")
        elif tag == "option" and "selected" in kenmerk:
            self._staat(self.keuze, kenmerk["value"])
        elif tag == "input" and (kenmerk.get("type") not in NIET_GEKOZEN or "checked" in kenmerk):
            self._staat(
                kenmerk.get("name", ""),
                kenmerk.get("value", "on" if kenmerk.get("type") == "checkbox" else ""),
            )

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.hier = ""

    def _staat(self, naam: str, waarde: str) -> None:
        if naam:
            self.velden.setdefault(self.hier, []).append((naam, waarde))

    @property
    def taalknop(self) -> dict[str, str]:
        return next(knop for knop in self.knoppen if knop.get("name") in {"taalwissel", "language"})

    def eerste_knop(self, formulier: str) -> dict[str, str]:
        """What Enter presses."""
        return next(knop for knop in self.knoppen if knop["form"] == formulier)

    def getypt(self) -> dict[str, list[str]]:
        """What stands in the form that the button of the language belongs to."""
        staat: dict[str, list[str]] = {}
        for naam, waarde in self.velden.get(self.taalknop["form"], []):
            if naam != "csrfmiddlewaretoken":
                staat.setdefault(naam, []).append(waarde)
        return staat


def kies_andere_taal(client: Client, adres: str, **getypt: Any) -> Any:
    """Type this on that page, press the button of the language; ``staat``: what then stands there."""
    pagina = Formulieren(client.get(adres, follow=True).content.decode())
    knop = pagina.taalknop
    formulier = pagina.kenmerken[knop["form"]]
    velden = pagina.getypt() | getypt | {knop["name"]: knop["value"]}
    naar = urljoin(adres, knop.get("formaction") or formulier.get("action") or adres)
    stuur: Any = client.post if formulier.get("method") == "post" else client.get
    antwoord = stuur(naar, velden, follow=True)
    antwoord.staat = Formulieren(antwoord.content.decode()).getypt()
    return antwoord
