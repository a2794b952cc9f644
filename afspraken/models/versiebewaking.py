# ruff: noqa: S608 - every name in these statements is a constant of this module
"""The versions of what free times are made of: the database raises them itself, whoever writes.

``Locatiedag.versie`` belongs to one day, ``Locatieversie.versie`` to all days of an office. What a process
remembers of an office-day holds as long as both are what they were before it began to read.
``Locatiedag.rooster`` is raised beside it by what is left when nobody books: its shifts and breaks.

Triggers: per statement on PostgreSQL, per row on SQLite. A name ends in a digest of what the trigger does:
another text is another trigger. Put in place after every migrate, taken away before one: neither engine
rewrites a table into which a trigger looks.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from .versiebronnen import BRONNEN, DAG, VERSIE, Bron

# Not from zero: an office or a database that is made anew never repeats what a process still remembers.
TOEVAL = {
    "sqlite": "abs(random() % 1152921504606846976)",
    "postgresql": "floor(random() * 1152921504606846976)::bigint",
}


@dataclass(frozen=True, slots=True)
class Stap:
    """One statement of a trigger, and on PostgreSQL what locks before it, in order."""

    sql: str
    slot: str = ""


def versiebewaking_aanzetten(using: str = "default", **_kwargs: Any) -> None:
    """Put the triggers in place; what was remembered before is then old. Doing it again changes nothing."""
    verbinding = connections[using]
    nodig, aanwezig = _nodig(verbinding.vendor), _aanwezig(verbinding)
    if not (nodig.keys() ^ aanwezig.keys()) or not _tabellen(verbinding):
        return
    versiebewaking_uitzetten(using)
    with verbinding.cursor() as cursor:
        for opdracht in [sql for stukken in nodig.values() for sql in stukken]:
            cursor.execute(opdracht)
        cursor.execute(f"UPDATE {VERSIE} SET versie = versie + 1")
        cursor.execute(
            f"INSERT INTO {VERSIE} (locatie_id, versie) SELECT id, {TOEVAL[verbinding.vendor]}"
            f" FROM locaties_locatie WHERE id NOT IN (SELECT locatie_id FROM {VERSIE})"
        )


def versiebewaking_uitzetten(using: str = "default") -> None:
    """Take the triggers away: before a migration, and for the negative control of a test."""
    verbinding = connections[using]
    with verbinding.cursor() as cursor:
        for naam, tabel in _aanwezig(verbinding).items():
            if verbinding.vendor == "postgresql":
                cursor.execute(f"DROP TRIGGER {naam} ON {tabel}")
                cursor.execute(f"DROP FUNCTION {naam}()")
            else:
                cursor.execute(f"DROP TRIGGER {naam}")


def versiebewaking_voor_migratie(using: str = "default", plan: Any = (), **_kwargs: Any) -> None:
    """Make room when there is something to migrate."""
    if plan:
        versiebewaking_uitzetten(using)


def versiebewaking_controleren(using: str = "default") -> None:
    """Raise ``ImproperlyConfigured`` when a trigger is missing: free times could be old."""
    verbinding = connections[using]
    ontbreekt = _nodig(verbinding.vendor).keys() - _aanwezig(verbinding).keys()
    if ontbreekt:
        raise ImproperlyConfigured(f"Version triggers missing: {sorted(ontbreekt)}. Run manage.py migrate.")


def _tabellen(verbinding: BaseDatabaseWrapper) -> bool:
    """Whether all tables are there; half-way a series of migrations they are not."""
    return {bron.tabel for bron in BRONNEN} <= set(verbinding.introspection.table_names())


def _aanwezig(verbinding: BaseDatabaseWrapper) -> dict[str, str]:
    """Trigger -> its table."""
    vraag = (
        "SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
        " WHERE NOT t.tgisinternal"
        if verbinding.vendor == "postgresql"
        else "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'"
    )
    with verbinding.cursor() as cursor:
        cursor.execute(vraag)
        return {naam: tabel for naam, tabel in cursor.fetchall() if naam.startswith("versie_")}


def _nodig(engine: str) -> dict[str, list[str]]:
    """Trigger -> the statements that make it."""
    maak = _postgresql if engine == "postgresql" else _sqlite
    uit = {}
    for bron, wanneer, stappen in _taken(engine):
        digest = hashlib.sha256(repr((bron, stappen)).encode()).hexdigest()[:8]
        naam = f"versie_{bron.tabel}_{wanneer}_{digest}"
        uit[naam] = maak(naam, bron, wanneer, stappen)
    return uit


def _taken(engine: str) -> Iterator[tuple[Bron, str, list[Stap]]]:
    """Table, event, and what then must be done."""
    for bron in BRONNEN:
        for wanneer in bron.wanneer:
            yield bron, wanneer, _verhoog(bron, bron.vraag.replace("{rijen}", _rijen(engine, bron, wanneer)))
    nieuw = Bron("locaties_locatie", ("id",), "")
    rijen = _rijen(engine, nieuw, "insert")
    maak = f"INSERT INTO {VERSIE} (locatie_id, versie) SELECT r.id, {TOEVAL[engine]} FROM {rijen}"
    yield nieuw, "insert", [Stap(maak)]


def _verhoog(bron: Bron, wie: str) -> list[Stap]:
    """Raise the days; for those that have no row, and for what is not of one day, the office."""
    if not bron.per_dag:
        return [_plus_een(VERSIE, f"locatie_id IN ({wie})", "locatie_id")]
    zonder_rij = (
        f"SELECT g.locatie_id FROM ({wie}) g WHERE NOT EXISTS"
        f" (SELECT 1 FROM {DAG} d WHERE d.locatie_id = g.locatie_id AND d.datum = g.datum)"
    )
    return [
        _plus_een(
            DAG,
            f"(locatie_id, datum) IN ({wie})",
            "locatie_id, datum",
            ("versie", "rooster") if bron.is_rooster else ("versie",),
        ),
        _plus_een(VERSIE, f"locatie_id IN ({zonder_rij})", "locatie_id"),
    ]


def _plus_een(tabel: str, waar: str, volgorde: str, wat: tuple[str, ...] = ("versie",)) -> Stap:
    hoger = ", ".join(f"{kolom} = {kolom} + 1" for kolom in wat)
    return Stap(
        f"UPDATE {tabel} SET {hoger} WHERE {waar}",
        f"PERFORM 1 FROM {tabel} WHERE {waar} ORDER BY {volgorde} FOR NO KEY UPDATE",
    )


def _rijen(engine: str, bron: Bron, wanneer: str) -> str:
    """The changed rows as a table ``r``: before and after."""
    delen = []
    for kant, gebeurt, tabel in (("OLD", "insert", "oud"), ("NEW", "delete", "nieuw")):
        if wanneer == gebeurt:
            continue
        if engine == "sqlite" or bron.verandert:
            delen.append("SELECT " + ", ".join(f"{kant}.{kolom} AS {kolom}" for kolom in bron.kolommen))
        else:
            delen.append(f"SELECT {', '.join(bron.kolommen)} FROM {tabel}")
    return f"({' UNION '.join(delen)}) r"


def _sqlite(naam: str, bron: Bron, wanneer: str, stappen: list[Stap]) -> list[str]:
    als, doe = _alleen_als(bron, "IS NOT"), "; ".join(stap.sql for stap in stappen)
    return [f"CREATE TRIGGER {naam} AFTER {wanneer} ON {bron.tabel} {als} BEGIN {doe}; END"]


def _postgresql(naam: str, bron: Bron, wanneer: str, stappen: list[Stap]) -> list[str]:
    """Lock in order before raising: two writers of many days must not meet half-way."""
    tabellen = {"insert": "NEW TABLE AS nieuw", "delete": "OLD TABLE AS oud"}
    tabellen["update"] = " ".join(tabellen.values())
    per_rij = f"FOR EACH ROW {_alleen_als(bron, 'IS DISTINCT FROM')}"
    per_opdracht = f"REFERENCING {tabellen[wanneer]} FOR EACH STATEMENT"
    doe = "; ".join(sql for stap in stappen for sql in (stap.slot, stap.sql) if sql)
    return [
        f"CREATE OR REPLACE FUNCTION {naam}() RETURNS trigger LANGUAGE plpgsql AS $$"
        f" BEGIN {doe}; RETURN NULL; END $$",
        f"CREATE TRIGGER {naam} AFTER {wanneer} ON {bron.tabel}"
        f" {per_rij if bron.verandert else per_opdracht} EXECUTE FUNCTION {naam}()",
    ]


def _alleen_als(bron: Bron, anders: str) -> str:
    if not bron.verandert:
        return ""
    oud, nieuw = (bron.verandert.replace("{rij}", kant) for kant in ("OLD", "NEW"))
    return f"WHEN (({oud}) {anders} ({nieuw}))"
