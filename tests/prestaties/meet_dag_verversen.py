"""The whole refresh of one office by the worker: read, simulate, write; 20 counters, 60 people waiting.

Runs on the database of DATABASE_URL (SQLite by default); printed as ``verversen_ms[engine]``. Part of
``make bench DEEL=dag``. See docs/metingen.md.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from statistics import median
from time import perf_counter, process_time
from uuid import UUID, uuid4

import pytest

from afspraken.actions.verwachtingen_bijwerken import verwachtingen_bijwerken
from afspraken.models import Behandelduur, Bezoek, Bezoekdeel, Kantoorverwachting, Verwachting, Wachtrijversie
from afspraken.queries.voorspelling import voorspelling
from tests.bouwers import DINSDAG, Kantoorscene, een_kantoor, een_product, op
from tests.dagbouwers import een_werkplek, help_
from tests.prestaties.boeken.uitvoer import meld

BALIES, WACHTENDEN, KEREN = 20, 60, 15
NU = op("10:00")


@pytest.mark.django_db(transaction=True)
def test_meet_dag_verversen() -> None:
    kantoor = toneel()
    verversingen, rekenen, lezen = [], [], []
    for keer in range(KEREN):
        nu = NU + timedelta(seconds=6 * keer)
        rekentijd = process_time()
        voorspelling(kantoor.locatie, nu)
        lezen.append(1000 * (process_time() - rekentijd))
        begin, rekentijd = perf_counter(), process_time()
        bijgewerkt = verwachtingen_bijwerken(locatie_id=kantoor.locatie.pk, nu=nu)
        verversingen.append(1000 * (perf_counter() - begin))
        rekenen.append(1000 * (process_time() - rekentijd))
        assert bijgewerkt.wachtenden == WACHTENDEN
        een_weg_een_erbij(kantoor, nu)
    assert Verwachting.objects.count() >= WACHTENDEN
    assert Kantoorverwachting.objects.get().nieuw["B"]["soort"] in ("venster", "na_sluiting")
    meld("verversen_ms", median(verversingen), "ms")
    meld("verversen_cpu_ms", median(rekenen), "ms")
    meld("verversen_lezen_en_voorspellen_cpu_ms", median(lezen), "ms")
    meld("verversen_hoogste_ms", max(verversingen), "ms")


def toneel() -> Kantoorscene:
    """Everybody busy since a few minutes, a season of visits learned, and so many who wait."""
    kantoor = een_kantoor(medewerkers=BALIES, balies=BALIES, tot="17:00")
    producten = [
        een_product(f"product-{nr}", locatie=kantoor.locatie, minuten=5 * (nr % 3 + 1)) for nr in range(12)
    ]
    toeval = Random(1)
    for medewerker in kantoor.medewerkers:
        medewerker.producten.set(toeval.sample(producten, 8))
    Behandelduur.objects.bulk_create(
        Behandelduur(
            locatie=kantoor.locatie,
            product=producten[nr % 12],
            datum=DINSDAG - timedelta(days=nr % 80),
            verhouding=toeval.lognormvariate(0, 0.5),
        )
        for nr in range(20_000)
    )
    for nr in range(BALIES):
        bezoek_id = erbij(kantoor, nr, producten, NU - timedelta(minutes=6))
        help_(een_werkplek(kantoor, nr), f"09:{toeval.randrange(54, 60)}", bezoek_id)
    for nr in range(BALIES, BALIES + WACHTENDEN):
        erbij(kantoor, nr, producten, NU)
    return kantoor


def erbij(kantoor: Kantoorscene, nr: int, producten: list, sinds: datetime) -> UUID:  # type: ignore[type-arg]
    """Put a walk-in in the hall."""
    bezoek = Bezoek.objects.create(
        id=uuid4(),
        locatie=kantoor.locatie,
        datum=DINSDAG,
        letter="B",
        nummer=nr,
        herkomst="ontvangst",
        aangekomen_op=sinds,
        vroegste_op=sinds,
        uiterste_op=sinds + timedelta(minutes=15, seconds=nr),
        wacht_sinds=sinds,
    )
    product = producten[nr % 12]
    Bezoekdeel.objects.create(bezoek=bezoek, volgorde=0, product=product, minuten=product.duur_minuten)
    return bezoek.id


def een_weg_een_erbij(kantoor: Kantoorscene, nu: datetime) -> None:
    """The first leaves, another arrives: something is new at each refresh."""
    eerste = Bezoek.objects.filter(status="wachtend").order_by("uiterste_op").first()
    assert eerste is not None
    Bezoek.objects.filter(id=eerste.id).update(status="vertrokken", klaar_op=nu)
    hoogste = Bezoek.objects.order_by("-nummer").values_list("nummer", flat=True)[0]
    erbij(
        kantoor, hoogste + 1, [deel.product for deel in Bezoekdeel.objects.select_related("product")[:12]], nu
    )
    Wachtrijversie.objects.get_or_create(locatie=kantoor.locatie)
