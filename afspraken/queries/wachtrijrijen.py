"""The rows behind the state of a queue: open visits of a day, their parts, appointments still to come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Max, Q

from afspraken.models import Afspraak, Afspraakdeel, Bezoek, Oproep
from afspraken.rules.bezoekstatus import OPEN
from locaties.models import Locatie
from toegankelijkheid.models import Afstemming
from toegankelijkheid.rules.vereisten import Vereisten

VOORUIT, ACHTERUIT = timedelta(hours=2), timedelta(hours=1)  # appointments that still matter to the rule


Opdracht = tuple[int, int]  # product and minutes


class Bezoekrij(NamedTuple):
    """An open visit. ``medewerker_id``: for whom it waits; ``begin``: of its appointment.

    ``delen``: what is still to be done, in order.
    """

    id: UUID
    status: str
    letter: str
    nummer: int
    vroegste: datetime
    uiterste: datetime
    gemist: int
    spreektaal: str
    afstemming_id: UUID | None
    medewerker_id: int | None
    balie_id: int | None
    begonnen: datetime | None
    extra_minuten: int
    afspraak_id: UUID | None
    begin: datetime | None
    specialisme: str | None
    delen: tuple[Opdracht, ...]


class Deelrij(NamedTuple):
    """One part of an appointment that is still to be called."""

    afspraak_id: UUID
    product_id: int
    minuten: int
    balie_id: int | None
    medewerker_id: int | None
    vastgezet: bool
    begin: datetime
    spreektaal: str
    afstemming_id: UUID | None


_BEZOEK = (
    *("id", "status", "letter", "nummer", "vroegste_op", "uiterste_op", "gemist", "spreektaal"),
    *("afstemming_id", "voor_medewerker_id", "balie_id", "begonnen_op", "extra_minuten"),
    *("afspraak_id", "afspraak__begin", "overdracht__specialisme"),
)
_OPDRACHT = ("delen__product_id", "delen__minuten", "delen__klaar_op")
_DEEL = (
    *("afspraak_id", "product_id", "minuten", "balie_id", "medewerker_id", "vastgezet"),
    *("afspraak__begin", "afspraak__spreektaal", "afspraak__afstemming_id"),
)


def open_bezoeken(locatie: Locatie, nu: datetime) -> list[Bezoekrij]:
    """Return the open visits of the local day. One statement, as each below."""
    rijen = _vandaag(locatie, nu).order_by("id", "delen__volgorde").values_list(*_BEZOEK, *_OPDRACHT)
    return [_bezoek(list(groep)) for _, groep in groupby(rijen, key=itemgetter(0))]


def _bezoek(rijen: Sequence[tuple[Any, ...]]) -> Bezoekrij:
    """One visit of its rows, one per part; the last three columns are those of ``_OPDRACHT``."""
    delen = tuple(rij[-3:-1] for rij in rijen if rij[-3] and rij[-1] is None)
    return Bezoekrij._make((*rijen[0][:-3], delen))


def laatste_oproepen(locatie: Locatie, nu: datetime) -> Mapping[UUID, datetime]:
    """Return when those who were not there were last called."""
    gemist = _vandaag(locatie, nu).filter(status=Bezoek.Status.WACHTEND, gemist__gt=0)
    rijen = Oproep.objects.filter(bezoek__in=gemist).order_by().values_list("bezoek_id")
    return dict(rijen.annotate(laatste=Max("op")))


def te_roepen_afspraken(locatie: Locatie, nu: datetime) -> Mapping[UUID, Sequence[Deelrij]]:
    """Return the parts, in order, of who is expected about now and of who waits with an appointment."""
    van, tot = nu - ACHTERUIT, nu + VOORUIT
    verwacht = Q(afspraak__status=Afspraak.Status.BEVESTIGD, afspraak__begin__range=(van, tot))
    hier = {"locatie": locatie, "datum": _datum(locatie, nu), "status": Bezoek.Status.WACHTEND}
    wacht = Q(**{f"afspraak__bezoek__{veld}": waarde for veld, waarde in hier.items()})
    rijen = Afspraakdeel.objects.filter(verwacht | wacht, locatie=locatie, is_actief=True)
    # What former days left behind is not even looked at.
    rijen = rijen.filter(datum__range=(_datum(locatie, van), _datum(locatie, tot)))
    samen: dict[UUID, list[Deelrij]] = defaultdict(list)
    for rij in map(Deelrij._make, rijen.order_by("volgorde").values_list(*_DEEL)):
        samen[rij.afspraak_id].append(rij)
    return samen


def vereisten_per(afstemming_ids: Iterable[UUID]) -> dict[UUID, Vereisten]:
    """Return what each agreement requires; no statement when nobody has one."""
    ids = list(afstemming_ids)
    rijen = Afstemming.objects.filter(id__in=ids).values_list("id", "vereisten") if ids else ()
    return {pk: Vereisten.uit_json(vereisten) for pk, vereisten in rijen}


def _vandaag(locatie: Locatie, nu: datetime) -> Any:
    return Bezoek.objects.filter(locatie=locatie, datum=_datum(locatie, nu), status__in=OPEN)


def _datum(locatie: Locatie, moment: datetime) -> date:
    return moment.astimezone(locatie.zone).date()
