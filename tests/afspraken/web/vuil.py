"""What people and machines send that nobody asked for, and where it can be sent: read from the product."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from django.urls import URLPattern, URLResolver, get_resolver

WEB = Path(__file__).resolve().parents[3] / "afspraken" / "web"
VELDNAAM = re.compile(r"""(?:GET|POST|velden)(?:\.get|\.getlist)?[(\[]\s*["']([\w-]+)["']""")
DEEL = re.compile(r"<(?:(\w+):)?(\w+)>")

VUIL = (
    "",
    " ",
    "x" * 300,
    "x" * 100_000,
    "\x00",
    "a\x00b",
    "onbekend",
    "-1",
    "0",
    "99999999999999999999999",
    "1e309",
    "٣",
    "²",
    "../../../etc/passwd",
    "<script>alert(1)</script>",
    "'; DROP TABLE afspraken_afspraak; --",
    "{{ 7|add:7 }}{% now 'Y' %}",
    "%s %n %(x)s {0}",
    "é😀\u202e\u200b",
    "\r\nSet-Cookie: a=b",
    "[]",
    "00000000-0000-0000-0000-000000000000",
    "2ee0b4b8-71e5-4f0a-9c1d-f4ae5f5b0d1a",
    "2020-01-01",
    "2026-11-03",
    "2026-02-30",
    "0001-01-01",
    "9999-12-31",
    "10000-01-01",
    "2020-01-01T10:00:00+00:00",
    "2026-11-03T09:00:00",
    "2026-11-03T09:02:00+00:00",
    "2026-11-03T03:00:00+00:00",
    "2027-03-28T02:30",
    "2026-11-03T09:00:00+99:99",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-12:00",
    "rijbewijs",  # exists, but not at this office
    "escamp",  # another office
    "a@b",
    "+31612345678",
    "+99999999999999999999",
)
KOPPEN = (
    {"HTTP_HX_REQUEST": "true", "HTTP_HX_CURRENT_URL": "http://[", "HTTP_HX_TARGET": "\x00"},
    {"HTTP_HX_REQUEST": "true", "HTTP_HX_CURRENT_URL": "%FF", "HTTP_HX_CURRENT_URL_URI_AUTOENCODED": "true"},
    {"HTTP_ACCEPT_LANGUAGE": "x" * 5000},
    {"HTTP_ACCEPT_LANGUAGE": "nl;q=\x00,,;;"},
    {"HTTP_HOST": "kwaad.example"},
    {"HTTP_HOST": "local\x00host"},
    {"HTTP_COOKIE": "sessie=\x00; csrftoken='; django_language=../../x"},
    {"HTTP_COOKIE": "sessie=" + "x" * 4000},
    {"HTTP_REFERER": "http://["},
    {"HTTP_X_FORWARDED_FOR": "'; --, \x00"},
    {"HTTP_IF_MODIFIED_SINCE": "nooit", "HTTP_RANGE": "bytes=9-1"},
    {"HTTP_X_HTTP_METHOD_OVERRIDE": "DELETE"},
)
LICHAMEN = (
    (b"naam=%ff%fe&begin=%c3%28", "application/x-www-form-urlencoded"),
    (b"\xff\xfe\x00", "application/x-www-form-urlencoded"),
    (b"a=b", "application/x-www-form-urlencoded; charset=onbekend"),
    (b"a=%e9", "application/x-www-form-urlencoded; charset=utf-16"),
    (b"&".join(b"a=1" for _ in range(1500)), "application/x-www-form-urlencoded"),
    (b"a=" + b"x" * 3_000_000, "application/x-www-form-urlencoded"),
    (b'{"a": [', "application/json"),
    (b"geen grens", "multipart/form-data"),
    (b"--x\r\nafgebroken", "multipart/form-data; boundary=x"),
    (
        b'--x\r\nContent-Disposition: form-data; name="begin"; filename="../../a"\r\n\r\n\x00\xff\r\n--x--',
        "multipart/form-data; boundary=x",
    ),
    (b"", "\x00"),
)


@dataclass(frozen=True)
class Adres:
    """One address of the product: its pattern, and the names and kinds of what varies in it."""

    patroon: str
    naam: str

    def delen(self) -> list[tuple[str, str]]:
        """(kind, name) of each part that varies."""
        return [(soort or "str", naam) for soort, naam in DEEL.findall(self.patroon)]

    def pad(self, waarden: dict[str, str]) -> str:
        """Fill in the parts, fitting or not."""
        return "/" + DEEL.sub(lambda deel: waarden[deel.group(2)], self.patroon)


@cache
def adressen() -> tuple[Adres, ...]:
    """Every address whose view is ours."""
    return tuple(_loop("", get_resolver().url_patterns))


def _loop(voor: str, patronen: list[URLPattern | URLResolver]) -> Iterator[Adres]:
    for patroon in patronen:
        route = voor + str(patroon.pattern)
        if isinstance(patroon, URLResolver):
            yield from _loop(route, patroon.url_patterns)
        elif (patroon.lookup_str or "").startswith("afspraken."):
            yield Adres(route, patroon.name or route)


@cache
def veldnamen() -> tuple[str, ...]:
    """Every name that the code reads out of a query or a form by hand."""
    bronnen = (bestand.read_text() for bestand in WEB.rglob("*.py"))
    return tuple(sorted({naam for bron in bronnen for naam in VELDNAAM.findall(bron)}))


@dataclass
class Formulier:
    """A form of a page: where it goes, and its fields with what a browser would send."""

    actie: str
    methode: str
    velden: dict[str, str] = field(default_factory=dict)
    getypt: set[str] = field(default_factory=set)


class Formulierlezer(HTMLParser):
    """Reads the forms of a page."""

    def __init__(self) -> None:
        """Start without a form."""
        super().__init__()
        self.formulieren: list[Formulier] = []
        self.keuze = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a form, or take in a field."""
        kenmerk = {naam: waarde or "" for naam, waarde in attrs}
        if tag == "form":
            methode = kenmerk.get("method", "get").lower()
            self.formulieren.append(Formulier(kenmerk.get("action", ""), methode))
        elif self.formulieren:
            self._veld(tag, kenmerk)

    def _veld(self, tag: str, kenmerk: dict[str, str]) -> None:
        formulier, naam = self.formulieren[-1], kenmerk.get("name", "")
        if tag == "select":
            self.keuze = naam
        elif tag == "option" and self.keuze:
            formulier.velden.setdefault(self.keuze, kenmerk.get("value", ""))
        elif tag in {"input", "textarea", "button"} and naam:
            formulier.velden.setdefault(naam, kenmerk.get("value", ""))
            if tag == "textarea" or kenmerk.get("type", "text") in {"text", "tel", "email", "search"}:
                formulier.getypt.add(naam)


def formulieren(pagina: str) -> list[Formulier]:
    """Return the forms of a page."""
    lezer = Formulierlezer()
    lezer.feed(pagina)
    return lezer.formulieren
