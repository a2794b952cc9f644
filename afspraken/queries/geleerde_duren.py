"""What an office has learned of how long visits take: per product, and how slow today is.

Nothing is added to a day that is over: what was learned before today is read once, and remembered until
tomorrow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from statistics import fmean

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from afspraken.models import Behandelduur
from afspraken.rules.behandelduur import (
    LAATSTE,
    LAATSTE_VAN_DE_DAG,
    Duurtabel,
    dagfactor,
    duurtabel,
    verhoudingen,
)
from afspraken.rules.bewaartermijnen import BEHANDELDUUR_NA
from locaties.models import Locatie

from .geheugen import Geheugen
from .kantoorversies import versies_van

PRODUCTEN = 5_000
Keren = tuple[float, ...]  # ratios of one product, oldest first
geheugen: Geheugen[tuple[int, int], Keren] = Geheugen(PRODUCTEN)


@dataclass(frozen=True, slots=True)
class Geleerd:
    """``tabel``: of the products that were asked for; ``factor``: of today."""

    tabel: Duurtabel = field(default_factory=dict)
    factor: float = 1.0


def geleerde_duren(locatie: Locatie, product_ids: Collection[int], nu: datetime) -> Geleerd:
    """Return it for the local day of ``nu``: the last 300 visits per product. Three statements at most."""
    vandaag = nu.astimezone(locatie.zone).date()
    rijen = Behandelduur.objects.filter(locatie=locatie, datum=vandaag).order_by("id")
    klaar = list(rijen.values_list("product_id", "verhouding"))
    eerder = _voor(vandaag, locatie, {*product_ids, *(pk for pk, _ in klaar)})
    tabel = duurtabel([*((pk, keer) for pk, keren in eerder.items() for keer in keren), *klaar])
    laatste = klaar[-LAATSTE_VAN_DE_DAG:]
    gemiddeld = {pk: fmean(verhoudingen(tabel, pk)) for pk in {pk for pk, _ in laatste}}
    return Geleerd(tabel, dagfactor([(keer, gemiddeld[pk]) for pk, keer in laatste]))


def _voor(vandaag: date, locatie: Locatie, product_ids: Collection[int]) -> Mapping[int, Keren]:
    """The ratios of former days; remembered for this day, under the version of the office."""
    versie = versies_van([locatie.pk], vandaag, vandaag + timedelta(days=1)).kantoor[locatie.pk]
    wanneer = versie and (versie[0], vandaag.toordinal())
    versies = {(locatie.pk, pk): wanneer for pk in product_ids}
    bekend = geheugen.haal(versies)
    missen = [pk for pk in product_ids if (locatie.pk, pk) not in bekend]
    if missen:
        gelezen = {(locatie.pk, pk): keren for pk, keren in _lees(locatie, missen, vandaag).items()}
        geheugen.bewaar(gelezen, versies)
        bekend |= gelezen
    return {pk: keren for (_, pk), keren in bekend.items()}


def _lees(locatie: Locatie, product_ids: Sequence[int], vandaag: date) -> Mapping[int, Keren]:
    """The last 300 of each; nothing for who was never asked."""
    laatste = (
        Behandelduur.objects.filter(
            locatie=locatie,
            product_id__in=product_ids,
            datum__gt=vandaag - BEHANDELDUUR_NA,
            datum__lt=vandaag,
        )
        .annotate(hoeveelste=Window(RowNumber(), partition_by=F("product_id"), order_by=F("id").desc()))
        .filter(hoeveelste__lte=LAATSTE)
    )
    keren: dict[int, list[float]] = defaultdict(list)
    for pk, keer in laatste.order_by("id").values_list("product_id", "verhouding"):
        keren[pk].append(keer)
    return {pk: tuple(keren[pk]) for pk in product_ids}
