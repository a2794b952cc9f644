"""What the database says, read whole after every step: everything is small here."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from afspraken.models import Afspraak, Afspraakdeel, Bericht, Contact, Gebeurtenis, Knelpunt
from locaties.models import Balie, Inzet, Locatiedag, Medewerker
from toegankelijkheid.models import Afstemming, Bekwaamheid, Bestelling, Toestemming

Rij = dict[str, Any]
PAREN = (
    "SELECT count(*) FROM afspraken_afspraakdeel a JOIN afspraken_afspraakdeel b"
    " ON a.id < b.id AND a.{wat}_id = b.{wat}_id AND a.begin < b.einde AND b.begin < a.einde"
    " WHERE a.is_actief AND b.is_actief"
)


@dataclass(frozen=True)
class Stand:
    """Rows as plain values, per appointment where they belong to one."""

    afspraken: dict[UUID, Rij]
    delen: dict[UUID, list[Rij]]
    contacten: dict[UUID, list[Rij]]
    berichten: dict[UUID, list[Rij]]
    gebeurtenissen: dict[UUID, list[Rij]]
    knelpunten: dict[UUID, list[Rij]]
    afstemmingen: dict[UUID, Rij]
    bestellingen: dict[UUID, list[Rij]]
    toestemmingen: frozenset[UUID]
    versies: dict[tuple[int, date], int]
    overlappen: int


@dataclass(frozen=True)
class Vast:
    """What stays the same in a run: who can do what, which counter has what, who works when."""

    kan: dict[int, frozenset[str]]
    bekwaam: dict[int, tuple[tuple[str, date, date], ...]]
    balies: dict[int, tuple[str, frozenset[str]]]
    inzetten: dict[int, tuple[int, datetime, datetime]]


def lees() -> Stand:
    """Read everything that deeds may change."""
    return Stand(
        afspraken={rij["id"]: rij for rij in Afspraak.objects.values("locatie__code", *_velden(Afspraak))},
        delen=_per(
            "afspraak_id", Afspraakdeel, "product__code", "locatie__code", "inzet__afgemeld_op", op="volgorde"
        ),
        contacten=_per("afspraak_id", Contact),
        berichten=_per("afspraak_id", Bericht),
        gebeurtenissen=_per("afspraak_id", Gebeurtenis),
        knelpunten=_per("afspraak_id", Knelpunt),
        afstemmingen={
            rij["id"]: dict(rij) for rij in Afstemming.objects.values("id", "vereisten", "wissen_na")
        },
        bestellingen=_per("afstemming_id", Bestelling),
        toestemmingen=frozenset(Toestemming.objects.values_list("afstemming_id", flat=True)),
        versies={(pk, dag): v for pk, dag, v in Locatiedag.objects.values_list("locatie", "datum", "versie")},
        overlappen=sum(_tel(PAREN.format(wat=wat)) for wat in ("medewerker", "balie")),
    )


def lees_vast() -> Vast:
    """Read what does not change."""
    kan: dict[int, set[str]] = defaultdict(set)
    for pk, product in Medewerker.objects.values_list("id", "producten__code"):
        kan[pk].add(product)
    bekwaam: dict[int, list[tuple[str, date, date]]] = defaultdict(list)
    for rij in Bekwaamheid.objects.select_related("specialisme"):
        bekwaam[rij.medewerker_id].append((rij.specialisme.code, rij.geldig_van, rij.geldig_tot))
    heeft: dict[int, tuple[str, set[str]]] = {}
    for balie, locatie, code in Balie.objects.values_list("id", "locatie__code", "voorzieningen__code"):
        heeft.setdefault(balie, (locatie, set()))[1].add(code)
    return Vast(
        kan={pk: frozenset(codes) for pk, codes in kan.items()},
        bekwaam={pk: tuple(rijen) for pk, rijen in bekwaam.items()},
        balies={pk: (locatie, frozenset(codes)) for pk, (locatie, codes) in heeft.items()},
        inzetten={rij.id: (rij.medewerker_id, rij.begin, rij.einde) for rij in Inzet.objects.all()},
    )


def _velden(model: Any) -> list[str]:
    return [veld.attname for veld in model._meta.concrete_fields]


def _per(sleutel: str, model: Any, *erbij: str, op: str = "id") -> dict[UUID, list[Rij]]:
    per: dict[UUID, list[Rij]] = defaultdict(list)
    for rij in model.objects.order_by(op).values(*_velden(model), *erbij):
        per[rij[sleutel]].append(rij)
    return dict(per)


def _tel(vraag: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(vraag)
        return int(cursor.fetchone()[0])
