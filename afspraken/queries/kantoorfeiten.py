"""What planning knows of an office on every day: hours, balies, building, products; one statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from django.db.models import CharField, DateField, QuerySet, TimeField, Value

from locaties.models import Balie, ExtraOpening, Locatie, Openingstijd, ProductOpLocatie, Sluiting
from locaties.rules.opening import Dagregel, Gesloten, Weekregel
from toegankelijkheid.models import Specialisme

from .geheugen import Geheugen, Versie
from .vaste_vraag import vaste_vraag

VOOR_AFSPRAAK = ("afspraak", "beide")
KANTOREN = 500
_WEEK, _EXTRA, _DICHT, _BALIE, _GEBOUW, _PRODUCT, _ZONE, _AANDEEL = range(8)
_OVERAL = 0  # no office has this id


@dataclass(frozen=True, slots=True)
class Kantoorfeiten:
    """``balies``: (id, provisions) of the active ones, by number. ``gebouw``: provisions of the building.

    ``aandelen``: share of demand (0..1) per specialisme, as the catalogue has it.
    """

    zone: ZoneInfo
    week: tuple[Weekregel, ...]
    extra: tuple[Dagregel, ...]
    gesloten: tuple[Gesloten, ...]
    balies: tuple[tuple[int, frozenset[str]], ...]
    gebouw: frozenset[str]
    producten: frozenset[int]
    aandelen: Mapping[str, float]


class _Rij(NamedTuple):
    """One row of any of these tables; what a table has not is empty."""

    soort: int
    locatie: int
    getal: int
    ander_id: int
    van: time
    tot: time
    vanaf: date
    tot_en_met: date
    tekst: str
    aandeel: float


geheugen: Geheugen[int, Kantoorfeiten] = Geheugen(KANTOREN)


def kantoorfeiten(versies: Mapping[int, Versie]) -> dict[int, Kantoorfeiten]:
    """Return the facts per office id; no statement when all are remembered, else one."""
    feiten = geheugen.haal(versies)
    missen = [locatie for locatie in versies if locatie not in feiten]
    if missen:
        gelezen = _lees(missen)
        geheugen.bewaar(gelezen, versies)
        feiten |= gelezen
    return feiten


def _lees(ids: list[int]) -> dict[int, Kantoorfeiten]:
    per_kantoor: dict[int, dict[int, list[_Rij]]] = {pk: defaultdict(list) for pk in (*ids, _OVERAL)}
    for rij in map(_Rij._make, _rijen(tuple(ids))):
        per_kantoor[rij.locatie][rij.soort].append(rij)
    aandelen = {rij.tekst: rij.aandeel for rij in per_kantoor[_OVERAL][_AANDEEL]}
    return {pk: _feiten(rijen, aandelen) for pk, rijen in per_kantoor.items() if rijen[_ZONE]}


def _feiten(rijen: Mapping[int, list[_Rij]], aandelen: Mapping[str, float]) -> Kantoorfeiten:
    return Kantoorfeiten(
        zone=ZoneInfo(rijen[_ZONE][0].tekst),
        week=tuple(Weekregel(r.getal, r.van, r.tot, r.vanaf, r.tot_en_met, r.tekst) for r in rijen[_WEEK]),
        extra=tuple(Dagregel(r.vanaf, r.van, r.tot) for r in rijen[_EXTRA]),
        gesloten=tuple(Gesloten(r.vanaf, r.tot_en_met) for r in rijen[_DICHT]),
        balies=_balies(rijen[_BALIE]),
        gebouw=frozenset(r.tekst for r in rijen[_GEBOUW] if r.tekst),
        producten=frozenset(r.ander_id for r in rijen[_PRODUCT]),
        aandelen=aandelen,
    )


def _balies(rijen: Iterable[_Rij]) -> tuple[tuple[int, frozenset[str]], ...]:
    """One row per provision; a balie without any has one row with an empty text."""
    per_balie: dict[int, set[str]] = {}
    for rij in sorted(rijen, key=lambda rij: rij.getal):
        per_balie.setdefault(rij.ander_id, set()).update({rij.tekst} if rij.tekst else ())
    return tuple((balie, frozenset(codes)) for balie, codes in per_balie.items())


@vaste_vraag
def _rijen(ids: tuple[int, ...]) -> QuerySet[Any, Any]:
    van = {"locatie__id__in": ids}
    voor_afspraak = van | {"soort__in": VOOR_AFSPRAAK}
    balies = Balie.objects.filter(**van, is_actief=True)
    locaties = Locatie.objects.filter(id__in=ids)
    specialismen = Specialisme.objects.filter(aandeel_vraag__gt=0).annotate(overal=Value(_OVERAL))
    week = _tabel(
        _WEEK,
        Openingstijd.objects.filter(**voor_afspraak),
        getal="weekdag",
        van="van",
        tot="tot",
        vanaf="geldig_van",
        tot_en_met="geldig_tot",
        tekst="categorie",
    )
    extra = ExtraOpening.objects.filter(**voor_afspraak)
    producten = ProductOpLocatie.objects.filter(**van, vorm__in=VOOR_AFSPRAAK)
    return week.union(
        _tabel(_EXTRA, extra, vanaf="datum", van="van", tot="tot"),
        _tabel(_DICHT, Sluiting.objects.filter(**van), vanaf="van", tot_en_met="tot_en_met"),
        _tabel(_BALIE, balies, getal="nummer", ander_id="id", tekst="voorzieningen__code"),
        _tabel(_GEBOUW, locaties, locatie="id", tekst="voorzieningen__code"),
        _tabel(_PRODUCT, producten, ander_id="product_id"),
        _tabel(_ZONE, locaties, locatie="id", tekst="tijdzone"),
        _tabel(_AANDEEL, specialismen, locatie="overal", tekst="code", aandeel="aandeel_vraag"),
        all=True,
    )


def _tabel(
    soort: int, rijen: QuerySet[Any], *, locatie: str = "locatie_id", **velden: str
) -> QuerySet[Any, Any]:
    """The rows with the columns of ``_Rij``, in that order."""
    leeg = {
        "getal": Value(0),
        "ander_id": Value(0),
        "van": Value(None, TimeField()),
        "tot": Value(None, TimeField()),
        "vanaf": Value(None, DateField()),
        "tot_en_met": Value(None, DateField()),
        "tekst": Value("", CharField()),
        "aandeel": Value(0.0),
    }
    kolommen = [velden.get(naam, waarde) for naam, waarde in leeg.items()]
    return rijen.order_by().values_list(Value(soort), locatie, *kolommen)
