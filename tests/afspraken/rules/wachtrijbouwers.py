"""Builders for the queue: who waits, who is expected, who sits where. Clock times as "10:20"."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from afspraken.rules.belofte import uiterste_van, vroegste_van
from afspraken.rules.wachtrij import Plaats, Verwacht, Wachtende

BASIS = frozenset({1, 2})
NORM = 15


def om(klok: str) -> float:
    """Seconds of the local day."""
    uur, minuut = klok.split(":")
    return int(uur) * 3600.0 + int(minuut) * 60


def inloper(nummer: int, *, sinds: str, **anders: Any) -> Wachtende:
    aankomst = om(sinds)
    feiten: dict[str, Any] = {
        "id": UUID(int=nummer),
        "letter": "B",
        "nummer": nummer,
        "product_ids": frozenset({1}),
        "minuten": 10.0,
        "vroegste": aankomst,
        "uiterste": aankomst + NORM * 60,
    }
    return Wachtende(**(feiten | anders))


def met_afspraak(nummer: int, *, op: str, **anders: Any) -> Wachtende:
    begin = om(op)
    feiten: dict[str, Any] = {
        "id": UUID(int=1000 + nummer),
        "letter": "A",
        "nummer": nummer,
        "product_ids": frozenset({1}),
        "minuten": 10.0,
        "begin": begin,
        "vroegste": vroegste_van(begin),
        "uiterste": uiterste_van(begin, anders.get("specialismen", ())),
        "is_afspraak": True,
    }
    return Wachtende(**(feiten | anders))


def verwacht(nummer: int, *, op: str, **anders: Any) -> Verwacht:
    feiten: dict[str, Any] = {
        "id": UUID(int=2000 + nummer),
        "product_ids": frozenset({1}),
        "minuten": 10.0,
        "begin": om(op),
    }
    return Verwacht(**(feiten | anders))


def plaats(nummer: int, **anders: Any) -> Plaats:
    """Employee, workplace and balie have the same number."""
    feiten: dict[str, Any] = {
        "werkplek_id": nummer,
        "medewerker_id": nummer,
        "balie_id": nummer,
        "product_ids": BASIS,
    }
    return Plaats(**(feiten | anders))


def bezet(nummer: int, *, tot: str, **anders: Any) -> Plaats:
    return plaats(nummer, vrij=False, klaar_verwacht=om(tot), **anders)
