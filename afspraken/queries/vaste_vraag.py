"""A question whose SQL is written once per process; after that only its values go along.

Django takes longer to write SQL than a database to answer it, and what is asked under the lock of a day makes
others wait. So what each booking asks is written once, with a blank for every value, by the same code that
says what is asked. Nothing of an answer is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache, wraps
from inspect import signature
from typing import Any, ParamSpec, TypeVar, get_type_hints
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.query import ModelIterable, ValuesListIterable

P = ParamSpec("P")
R = TypeVar("R")

VELDEN: Mapping[Any, models.Field[Any, Any]] = {
    int: models.BigIntegerField(),
    str: models.CharField(),
    date: models.DateField(),
    datetime: models.DateTimeField(),
    UUID: models.UUIDField(),
}
VORMEN = 100  # of one question with several values: each number of them is a text of its own


class Invulveld(models.Expression):
    """The blank of one value; ``plek`` for the how-manieth of several."""

    def __init__(self, naam: str, veld: models.Field[Any, Any], plek: int | None = None) -> None:
        super().__init__(output_field=veld)
        self.naam, self.plek = naam, plek

    def as_sql(self, compiler: Any, connection: BaseDatabaseWrapper) -> tuple[str, Any]:
        """Leave itself where the value will be."""
        return "%s", [self]

    def vul_in(self, waarden: Mapping[str, Any], verbinding: BaseDatabaseWrapper) -> Any:
        """Return the value as this engine wants it; None would find nothing, and is refused."""
        waarde = waarden[self.naam] if self.plek is None else waarden[self.naam][self.plek]
        if waarde is None:
            raise TypeError(f"{self.naam} is None")
        return self.output_field.get_db_prep_value(waarde, verbinding)


@dataclass(frozen=True, slots=True)
class _Tekst:
    """SQL of one engine, and how it makes Python values of its columns."""

    sql: str
    invulling: tuple[Any, ...]
    omzetters: Mapping[int, tuple[list[Callable[..., Any]], Any]]
    model: type[models.Model] | None
    is_slot: bool

    def stel(self, waarden: Mapping[str, Any]) -> list[Any]:
        if self.is_slot and not connection.in_atomic_block:
            raise RuntimeError("a lock needs a transaction")
        params = [w.vul_in(waarden, connection) if isinstance(w, Invulveld) else w for w in self.invulling]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, params)
            rijen = cursor.fetchall()
        omgezet = self._omgezet(rijen) if self.omzetters else rijen
        if self.model is None:
            return list(omgezet)
        namen = [veld.attname for veld in self.model._meta.concrete_fields]
        return [self.model.from_db(connection.alias, namen, rij) for rij in omgezet]

    def _omgezet(self, rijen: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
        lijsten = list(map(list, rijen))
        for kolom, (omzetters, uitdrukking) in self.omzetters.items():
            for zet_om in omzetters:
                for rij in lijsten:
                    rij[kolom] = zet_om(rij[kolom], uitdrukking, connection)
        return map(tuple, lijsten)


def vaste_vraag(bouw: Callable[P, models.QuerySet[Any, R]]) -> Callable[P, list[R]]:
    """Ask what ``bouw`` builds, and return its rows: rows of ``values_list``, or whole objects.

    ``bouw`` is called with blanks, so all it can do with its arguments is to compare with them. They are of a
    type in ``VELDEN``, or a tuple of them (``in``; of a foreign key say ``locatie__id__in``).
    """
    typen = {naam: type_ for naam, type_ in get_type_hints(bouw).items() if naam != "return"}

    @lru_cache(maxsize=VORMEN)
    def tekst(_vendor: str, *lengtes: int | None) -> _Tekst | None:
        per_naam = zip(typen.items(), lengtes, strict=True)
        leeg: Any = {naam: _leeg(naam, type_, lengte) for (naam, type_), lengte in per_naam}
        return _schrijf(bouw(**leeg))  # type: ignore[call-arg] # P is what ``typen`` holds

    namen = list(signature(bouw).parameters)

    @wraps(bouw)
    def stel(*args: P.args, **kwargs: P.kwargs) -> list[R]:
        waarden = {**dict(zip(namen, args, strict=False)), **kwargs}
        lengtes = [len(w) if isinstance(w := waarden[n], tuple) else None for n in typen]
        geschreven = tekst(connection.vendor, *lengtes)
        return geschreven.stel(waarden) if geschreven else []

    return stel


def _leeg(naam: str, type_: Any, lengte: int | None) -> Any:
    if lengte is None:
        return Invulveld(naam, VELDEN[type_])
    return tuple(Invulveld(naam, VELDEN[type_.__args__[0]], plek) for plek in range(lengte))


def _schrijf(vragen: models.QuerySet[Any, Any]) -> _Tekst | None:
    """None: whatever the values are, there is nothing to find (``in`` nothing)."""
    soort: Any = vragen._iterable_class  # noqa: SLF001 - what kind of rows was asked
    if soort not in (ModelIterable, ValuesListIterable):
        raise TypeError("ask for whole objects, or say values_list")
    compiler = vragen.query.get_compiler(connection=connection)
    try:
        sql, params = compiler.as_sql()
    except EmptyResultSet:
        return None
    kolommen = [kolom for kolom, *_ in compiler.select[: compiler.col_count]]
    return _Tekst(
        sql,
        tuple(params),
        compiler.get_converters(kolommen),
        vragen.model if soort is ModelIterable else None,
        vragen.query.select_for_update,
    )
