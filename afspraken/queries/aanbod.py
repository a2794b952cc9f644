"""What offices can offer on a range of local days: two statements when nothing changed, six from nothing.

The same reading serves showing free times and deciding under the lock, so the two can never disagree. What a
process remembers is checked against the versions in the database first (``geheugen``); what depends on the
moment (lead time, held times, release of shifts) is worked out each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from afspraken.rules.plaatsing import Dagaanbod
from afspraken.rules.vraag import Vraag
from locaties.models import Locatie
from locaties.rules.tijdvak import cellen_van

from .dagmasker import Dagmaskers
from .dagmaskers import dagmaskers
from .dagrijen import Dagsleutel
from .kantoorfeiten import kantoorfeiten
from .kantoorversies import kantoorversie, versies_van
from .vaste_vraag import vaste_vraag


@dataclass(frozen=True, slots=True)
class Kantoor:
    """One office with what planning needs to know of it; ``aandelen``: share of demand per specialisme."""

    id: int
    code: str
    naam: str
    zone: ZoneInfo
    horizon_dagen: int
    voorzieningen: frozenset[str]
    producten: frozenset[int]
    aandelen: Mapping[str, float] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Aanbod:
    """One office and its days, in order; ``is_over``: something held there too long still has its place."""

    kantoor: Kantoor
    dagen: tuple[Dagaanbod, ...]
    is_over: bool = False


def kantoren(codes: Sequence[str] | None = None) -> tuple[Kantoor, ...]:
    """Return the offices (all without codes) in their order; one statement, two when something changed."""
    rijen = _alle_kantoren() if codes is None else _kantoren(tuple(codes))
    feiten = kantoorfeiten({rij[0]: kantoorversie(rij[-1]) for rij in rijen})
    return tuple(
        Kantoor(pk, code, naam, ZoneInfo(zone), horizon, vast.gebouw, vast.producten, vast.aandelen)
        for pk, code, naam, zone, horizon, _ in rijen
        if (vast := feiten.get(pk))
    )


def aanbod_van(
    kantoren_: Iterable[Kantoor],
    *,
    vraag: Vraag,
    van: date,
    tot: date,
    nu: datetime,
    aanloop_minuten: int,
    zonder_afspraak: UUID | None = None,
    ook_dicht: bool = False,
) -> tuple[Aanbod, ...]:
    """Return per office its days [van, tot) as they are now; one statement, at most five when days changed.

    Held times count until they expire. ``zonder_afspraak``: the appointment whose own place is free for it.
    ``ook_dicht``: also the days without opening hours left, for what has its time there already.
    """
    lijst, vanaf = list(kantoren_), nu + timedelta(minutes=aanloop_minuten)
    if not lijst or van >= tot:
        return tuple(Aanbod(kantoor, ()) for kantoor in lijst)
    versies = versies_van([k.id for k in lijst], van, tot)
    feiten = kantoorfeiten(versies.kantoor)
    maskers = dagmaskers(feiten, versies, zonder_afspraak=zonder_afspraak)
    datums = [van + timedelta(days=n) for n in range((tot - van).days)]
    over = {locatie for (locatie, _), dag in maskers.items() if any(v.tot <= nu for v in dag.vastgehouden)}
    dagen = partial(
        _dagen, maskers=maskers, datums=datums, vraag=vraag, nu=nu, vanaf=vanaf, ook_dicht=ook_dicht
    )
    return tuple(Aanbod(k, tuple(dagen(k)), k.id in over) for k in lijst)


@vaste_vraag
def _alle_kantoren() -> QuerySet[Any, Any]:
    return _kantoorrijen(Locatie.objects.all())


@vaste_vraag
def _kantoren(codes: tuple[str, ...]) -> QuerySet[Any, Any]:
    return _kantoorrijen(Locatie.objects.filter(code__in=codes))


def _kantoorrijen(locaties: QuerySet[Locatie]) -> QuerySet[Any, Any]:
    return locaties.order_by("volgorde", "naam").values_list(
        "id", "code", "naam", "tijdzone", "horizon_dagen", "locatieversie__versie"
    )


def _dagen(
    kantoor: Kantoor,
    maskers: Mapping[Dagsleutel, Dagmaskers],
    datums: Sequence[date],
    vraag: Vraag,
    nu: datetime,
    vanaf: datetime,
    *,
    ook_dicht: bool,
) -> Iterator[Dagaanbod]:
    """Days of one office on which it is open from this moment on, or all of them."""
    eerste = vanaf.astimezone(kantoor.zone).date()
    for datum in datums:
        dag = maskers.get((kantoor.id, datum))
        if dag is None or datum < eerste:
            continue
        open_ = dag.open_voor(vraag.categorieen)
        if datum == eerste:
            te_laat = cellen_van(vanaf, vanaf, datum, kantoor.zone)[1]
            open_ = open_ >> te_laat << te_laat
        if open_ or ook_dicht:
            yield Dagaanbod(datum, open_, dag.werkers_op(nu), dag.plekken_op(nu))
