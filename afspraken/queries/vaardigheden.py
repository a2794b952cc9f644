"""Who can what: products mastered and qualifications, remembered per office; one statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, CharField, DateField, QuerySet, Value

from locaties.models import Medewerker
from toegankelijkheid.models import Bekwaamheid

from .geheugen import Geheugen, Versie
from .vaste_vraag import vaste_vraag

MEDEWERKERS = 20_000


@dataclass(frozen=True, slots=True)
class Vaardigheid:
    """Products mastered, and qualifications as (specialisme, from, until), both days included."""

    producten: frozenset[int]
    bekwaamheden: tuple[tuple[str, date, date], ...]

    def specialismen_op(self, datum: date) -> frozenset[str]:
        """Codes of what this employee is qualified for on that date."""
        return frozenset(code for code, van, tot in self.bekwaamheden if van <= datum <= tot)


geheugen: Geheugen[tuple[int, int], Vaardigheid] = Geheugen(MEDEWERKERS)


def vaardigheden(
    wie: Iterable[tuple[int, int]], versies: Mapping[int, Versie]
) -> dict[tuple[int, int], Vaardigheid]:
    """Return per (office, employee) what they can; no statement when all are remembered, else one."""
    nodig = {(locatie, medewerker): versies.get(locatie) for locatie, medewerker in wie}
    gevonden = geheugen.haal(nodig)
    missen = nodig.keys() - gevonden.keys()
    if missen:
        per_medewerker = _lees_vaardigheden({medewerker for _, medewerker in missen})
        gelezen = {sleutel: per_medewerker[sleutel[1]] for sleutel in missen}
        geheugen.bewaar(gelezen, nodig)
        gevonden |= gelezen
    return gevonden


def _lees_vaardigheden(ids: set[int]) -> dict[int, Vaardigheid]:
    beheerst: dict[int, set[int]] = defaultdict(set)
    bekwaam: dict[int, list[tuple[str, date, date]]] = defaultdict(list)
    for medewerker, product, code, van, tot in _vaardigheidsrijen(tuple(sorted(ids))):
        if product is None:
            bekwaam[medewerker].append((code, van, tot))
        else:
            beheerst[medewerker].add(product)
    return {pk: Vaardigheid(frozenset(beheerst[pk]), tuple(bekwaam[pk])) for pk in ids}


@vaste_vraag
def _vaardigheidsrijen(ids: tuple[int, ...]) -> QuerySet[Any, Any]:
    """(employee, product), and (employee, None, specialisme, from, until)."""
    bekwaamheden = Bekwaamheid.objects.filter(medewerker__id__in=ids).values_list(
        "medewerker_id", Value(None, BigIntegerField()), "specialisme__code", "geldig_van", "geldig_tot"
    )
    leeg = (Value("", CharField()), Value(None, DateField()), Value(None, DateField()))
    producten = Medewerker.producten.through.objects.filter(medewerker__id__in=ids).values_list(
        "medewerker_id", "product_id", *leeg
    )
    return bekwaamheden.union(producten, all=True)
