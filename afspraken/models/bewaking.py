# ruff: noqa: S608 - every name in these statements is a constant of this module
"""The overlap guards: no medewerker and no balie twice at overlapping times, whoever writes.

PostgreSQL: exclusion constraints. SQLite: triggers before insert and update. Put in place after every
migrate, because a table rewrite on SQLite silently drops triggers; checked at start-up.

The triggers look back one day only, or each booking would read every earlier one of its employee. So that
nothing older can reach into a new part, they refuse a part of more than a day; PostgreSQL has no such limit.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

TABEL = "afspraken_afspraakdeel"
WAT = ("medewerker", "balie")
TE_LANG = "deel_langer_dan_een_dag"


def naam_van(wat: str) -> str:
    """Name under which the engine reports the guard."""
    return f"deel_{wat}_vrij"


def bewaking_aanzetten(using: str = "default", **_kwargs: Any) -> None:
    """Put the guards in place; doing it again changes nothing.

    An older form of a trigger is replaced. A constraint of that name stays as it is: a new form of it needs a
    migration.
    """
    verbinding = connections[using]
    if TABEL not in verbinding.introspection.table_names():
        return
    opdrachten = _postgresql() if verbinding.vendor == "postgresql" else _sqlite()
    with transaction.atomic(using), verbinding.cursor() as cursor:
        for opdracht in opdrachten:
            cursor.execute(opdracht)


def bewaking_uitzetten(using: str = "default") -> None:
    """Take the guards away. Only for the negative control of a concurrency test."""
    verbinding = connections[using]
    with verbinding.cursor() as cursor:
        for wat in WAT:
            if verbinding.vendor == "postgresql":
                cursor.execute(f"ALTER TABLE {TABEL} DROP CONSTRAINT IF EXISTS {naam_van(wat)}")
            else:
                for wanneer in ("insert", "update"):
                    cursor.execute(f"DROP TRIGGER IF EXISTS {naam_van(wat)}_{wanneer}")


def bewaking_controleren(using: str = "default") -> None:
    """Raise ``ImproperlyConfigured`` when a guard is missing or SQLite does not write power-safe."""
    verbinding = connections[using]
    ontbreekt = _nodig(verbinding) - _aanwezig(verbinding)
    if ontbreekt:
        raise ImproperlyConfigured(f"Overlap guards missing: {sorted(ontbreekt)}. Run manage.py migrate.")
    if verbinding.vendor == "sqlite":
        _sqlite_controleren(verbinding)


def _nodig(verbinding: BaseDatabaseWrapper) -> set[str]:
    if verbinding.vendor == "postgresql":
        return {naam_van(wat) for wat in WAT}
    return {f"{naam_van(wat)}_{wanneer}" for wat in WAT for wanneer in ("insert", "update")}


def _aanwezig(verbinding: BaseDatabaseWrapper) -> set[str]:
    vraag = (
        "SELECT conname FROM pg_constraint WHERE contype = 'x'"
        if verbinding.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with verbinding.cursor() as cursor:
        cursor.execute(vraag)
        return {rij[0] for rij in cursor.fetchall()}


def _sqlite_controleren(verbinding: BaseDatabaseWrapper) -> None:
    with verbinding.cursor() as cursor:
        wal = cursor.execute("PRAGMA journal_mode").fetchone()[0]
        veilig = cursor.execute("PRAGMA synchronous").fetchone()[0]
    wijze = verbinding.settings_dict["OPTIONS"].get("transaction_mode")
    if wal != "wal" or veilig < 2 or wijze != "IMMEDIATE":
        raise ImproperlyConfigured(
            f"SQLite must be WAL, FULL, IMMEDIATE; it is {wal}, {veilig}, {wijze}. See afspraken/settings.py."
        )


def _postgresql() -> list[str]:
    uit = ["CREATE EXTENSION IF NOT EXISTS btree_gist"]
    for wat in WAT:
        naam = naam_van(wat)
        uit.append(
            f"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = '{naam}') THEN "
            f"ALTER TABLE {TABEL} ADD CONSTRAINT {naam} EXCLUDE USING gist "
            f"({wat}_id WITH =, tstzrange(begin, einde) WITH &&) WHERE (is_actief); END IF; END $$"
        )
    return uit


def _sqlite() -> list[str]:
    uit = []
    for wat in WAT:
        for wanneer, gebeurtenis in (
            ("insert", "INSERT"),
            ("update", f"UPDATE OF {wat}_id, begin, einde, is_actief"),
        ):
            uit.append(f"DROP TRIGGER IF EXISTS {naam_van(wat)}_{wanneer}")
            uit.append(_trigger(wat, f"{naam_van(wat)}_{wanneer}", gebeurtenis))
    return uit


def _trigger(wat: str, naam: str, gebeurtenis: str) -> str:
    """SQL of one guard; moments are text in UTC, so they compare as they are."""
    return (
        f"CREATE TRIGGER {naam} BEFORE {gebeurtenis} ON {TABEL} "
        f"WHEN NEW.is_actief AND NEW.{wat}_id IS NOT NULL BEGIN "
        f"SELECT RAISE(ABORT, '{TE_LANG}') WHERE julianday(NEW.einde) - julianday(NEW.begin) > 1; "
        f"SELECT RAISE(ABORT, '{naam_van(wat)}') WHERE EXISTS (SELECT 1 FROM {TABEL} d "
        f"WHERE d.{wat}_id = NEW.{wat}_id AND d.is_actief AND d.id IS NOT NEW.id "
        "AND d.begin > datetime(NEW.begin, '-1 day') AND d.begin < NEW.einde AND d.einde > NEW.begin); END"
    )
