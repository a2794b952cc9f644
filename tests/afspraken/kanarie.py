"""Unique words that go in through the pages, and how to look for them in every corner."""

from __future__ import annotations

import html

from django.db import connection

BEHOEFTE = ("kanariebehoefte", "Kanariezin", "Kanarie-uitleg", "Kanariehandeling")
NAAM, TELEFOON, EMAIL = "Kanarievogel", "06 87654399", "kanarie.adres@voorbeeld.nl"
WIE = (NAAM, "87654399", "kanarie.adres")
CATALOGUS = {"toegankelijkheid_behoefte"}
HUIS_VAN_WIE = {"afspraken_contact"}


def gevonden(woorden: tuple[str, ...], tekst: str) -> list[str]:
    """Return which of the words stand in a text, however they were escaped or written."""
    klein = html.unescape(tekst).lower()
    return [woord for woord in woorden if woord.lower() in klein]


def tabellen() -> dict[str, str]:
    """Return every table as text; sealed bytes too, read as letters."""
    uit = {}
    with connection.cursor() as cursor:
        for tabel in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{tabel}"')  # noqa: S608 - names of our own database
            uit[tabel] = "\n".join(_als_tekst(waarde) for rij in cursor.fetchall() for waarde in rij)
    return uit


def tabellen_met(woorden: tuple[str, ...]) -> set[str]:
    """Return the tables in which one of the words stands."""
    return {tabel for tabel, tekst in tabellen().items() if gevonden(woorden, tekst)}


def _als_tekst(waarde: object) -> str:
    if isinstance(waarde, bytes | memoryview):
        return bytes(waarde).decode("latin-1")
    return str(waarde)
