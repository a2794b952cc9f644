"""The demo city under the journeys: loaded once in each process, put back in a blink after that."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable
from functools import cache
from itertools import count
from pathlib import Path

import psycopg
from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import F
from psycopg import sql

from afspraken.demo.laden import demo_laden
from locaties.models import Locatieversie

from .klok import BEGIN

Terugzetten = Callable[[], None]
# More than any test raises a version.
VER_VOORUIT = 1_000_000
_keer = count(1)


@cache
def bewaarde_stad() -> Terugzetten:
    """Load the city into the test database; return what puts it back in this same state."""
    demo_laden(nu=BEGIN)
    terug = _bewaar_postgresql() if connection.vendor == "postgresql" else _bewaar_sqlite()

    def als_nieuw() -> None:
        terug()
        _vooruit()

    return als_nieuw


def _vooruit() -> None:
    """Give every office a version that it never had.

    A version belongs to one state, and putting rows back breaks that: a last request of the test before,
    still under way when its tables were emptied, would be remembered as the city of this test.
    """
    Locatieversie.objects.update(versie=F("versie") + next(_keer) * VER_VOORUIT)


def _bewaar_sqlite() -> Terugzetten:
    """Copy the pages of the file there and back."""
    bestand = Path(tempfile.mkdtemp(prefix="reizen-")) / "stad.sqlite3"
    bron: sqlite3.Connection = connection.connection
    kopie = sqlite3.connect(bestand, check_same_thread=False)
    bron.backup(kopie)

    def terug() -> None:
        connection.ensure_connection()
        kopie.backup(connection.connection)

    return terug


def _bewaar_postgresql() -> Terugzetten:
    """Copy the rows; the foreign keys are checked at the end, so the order does not matter."""
    rijen: dict[str, bytes] = {}
    with connection.cursor() as cursor:
        for tabel in connection.introspection.table_names(cursor):
            opdracht = sql.SQL("COPY {} TO STDOUT").format(sql.Identifier(tabel))
            with _psycopg().cursor().copy(opdracht) as kopie:
                rijen[tabel] = b"".join(bytes(blok) for blok in kopie)

    def terug() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            # The rows come back as they were: no trigger adds to them on the way.
            cursor.execute("SET LOCAL session_replication_role = replica")
            namen = sql.SQL(", ").join(map(sql.Identifier, rijen))
            cursor.execute(sql.SQL("TRUNCATE {} CASCADE").format(namen).as_string(_psycopg()))
            for tabel, blok in rijen.items():
                opdracht = sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(tabel))
                with _psycopg().cursor().copy(opdracht) as kopie:
                    kopie.write(blok)
            modellen = apps.get_models(include_auto_created=True)
            for regel in connection.ops.sequence_reset_sql(no_style(), modellen):
                cursor.execute(regel)

    return terug


def _psycopg() -> psycopg.Connection[object]:
    """Return the driver's own connection: only it can copy."""
    connection.ensure_connection()
    eigen: psycopg.Connection[object] = connection.connection
    return eigen
