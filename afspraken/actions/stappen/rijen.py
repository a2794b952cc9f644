"""Write whole rows, as ``save`` and ``bulk_create`` do, with SQL that is made once per process.

Django makes the text of each statement anew. That takes longer than writing the row, and others wait for the
lock of the day meanwhile. There are no signals and no ``save`` of our own that this could pass by.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.db import DatabaseError, connection
from django.db.models import Field, Model

TEKSTEN = 200


def voeg_toe(rijen: Sequence[Model], *, sla_dubbele_over: bool = False) -> None:
    """Insert new rows of one model; a key that the database gives out is not read back.

    ``sla_dubbele_over``: a row that a unique key already has is left as it is.
    """
    if not rijen:
        return
    tekst, velden = _toevoeging(
        type(rijen[0]), len(rijen), " ON CONFLICT DO NOTHING" if sla_dubbele_over else "", connection.vendor
    )
    _voer_uit(tekst, [_waarde(veld, rij, nieuw=True) for rij in rijen for veld in velden])
    for rij in rijen:
        rij._state.adding, rij._state.db = False, connection.alias  # noqa: SLF001 - as save does


def bewaar(rij: Model) -> None:
    """Write all columns of a row: a new one, or one that exists (else ``DatabaseError``)."""
    if rij._state.adding:  # noqa: SLF001 - as save does
        voeg_toe([rij])
        return
    tekst, velden = _wijziging(type(rij), connection.vendor)
    if _voer_uit(tekst, [_waarde(veld, rij, nieuw=False) for veld in velden]) != 1:
        raise DatabaseError(f"this {rij._meta.model_name} is gone")


@lru_cache(maxsize=TEKSTEN)
def _toevoeging(
    model: type[Model], aantal: int, bij_dubbel: str, _vendor: str
) -> tuple[str, list[Field[Any, Any]]]:
    velden = [veld for veld in model._meta.concrete_fields if not veld.db_returning]
    rij = f"({', '.join(['%s'] * len(velden))})"
    kolommen = ", ".join(_naam(veld.column) for veld in velden)
    waarin = f"{_naam(model._meta.db_table)} ({kolommen})"
    return f"INSERT INTO {waarin} VALUES {', '.join([rij] * aantal)}{bij_dubbel}", velden  # noqa: S608


@lru_cache(maxsize=TEKSTEN)
def _wijziging(model: type[Model], _vendor: str) -> tuple[str, list[Field[Any, Any]]]:
    sleutel = model._meta.pk
    velden = [veld for veld in model._meta.concrete_fields if veld is not sleutel]
    zo = ", ".join(f"{_naam(veld.column)} = %s" for veld in velden)
    tekst = f"UPDATE {_naam(model._meta.db_table)} SET {zo} WHERE {_naam(sleutel.column)} = %s"  # noqa: S608
    return tekst, [*velden, sleutel]


def _naam(naam: str | None) -> str:
    return connection.ops.quote_name(str(naam))


def _waarde(veld: Field[Any, Any], rij: Model, *, nieuw: bool) -> Any:
    return veld.get_db_prep_save(veld.pre_save(rij, nieuw), connection)


def _voer_uit(tekst: str, waarden: list[Any]) -> int:
    """Return how many rows it concerned."""
    with connection.cursor() as cursor:
        cursor.execute(tekst, waarden)
        return int(cursor.rowcount)
