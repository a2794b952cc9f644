"""What was learned of how long visits take: today at once, former days read once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from afspraken.models import Behandelduur
from afspraken.queries.geheugen import vergeet_alles
from afspraken.queries.geleerde_duren import geleerde_duren
from locaties.models import Product
from tests.bouwers import DINSDAG, Kantoorscene, een_kantoor, een_product, op

pytestmark = pytest.mark.django_db(transaction=True)
GISTEREN = DINSDAG - timedelta(days=1)


@pytest.fixture
def kantoor() -> Kantoorscene:
    vergeet_alles()
    return een_kantoor()


def leer(kantoor: Kantoorscene, datum: date, *keren: float, product: Product | None = None) -> None:
    Behandelduur.objects.bulk_create(
        Behandelduur(
            locatie=kantoor.locatie, product=product or kantoor.product, datum=datum, verhouding=keer
        )
        for keer in keren
    )


def tabel(kantoor: Kantoorscene, dagen: int = 0) -> tuple[float, ...]:
    nu = op("10:00") + timedelta(days=dagen)
    return geleerde_duren(kantoor.locatie, {kantoor.product.pk}, nu).tabel[kantoor.product.pk]


def test_vandaag_telt_meteen_mee_en_wat_voorbij_is_wordt_een_keer_gelezen(kantoor: Kantoorscene) -> None:
    leer(kantoor, GISTEREN, 2.0, 1.0)
    with CaptureQueriesContext(connection) as eerst:
        assert tabel(kantoor) == (1.0, 2.0)
    leer(kantoor, DINSDAG, 1.5)
    with CaptureQueriesContext(connection) as daarna:
        assert tabel(kantoor) == (1.0, 1.5, 2.0)
    assert (len(eerst), len(daarna)) == (3, 2)


def test_morgen_is_vandaag_voorbij(kantoor: Kantoorscene) -> None:
    leer(kantoor, GISTEREN, 1.0)
    tabel(kantoor)
    leer(kantoor, DINSDAG, 1.5)
    assert tabel(kantoor, dagen=1) == (1.0, 1.5)


def test_de_laatste_driehonderd_zijn_die_van_vandaag_en_daarna_de_jongste(kantoor: Kantoorscene) -> None:
    leer(kantoor, GISTEREN, *(float(keer) for keer in range(1, 351)))
    leer(kantoor, DINSDAG, 1000.0, 1001.0)
    assert tabel(kantoor) == (*(float(keer) for keer in range(53, 351)), 1000.0, 1001.0)


def test_een_ander_product_en_een_ander_kantoor_leren_niet_mee(kantoor: Kantoorscene) -> None:
    leer(kantoor, GISTEREN, 1.0)
    leer(kantoor, GISTEREN, 3.0, product=een_product("rijbewijs", locatie=kantoor.locatie))
    leer(een_kantoor("segbroek"), GISTEREN, 4.0)
    assert tabel(kantoor) == (1.0,)


def test_wie_vandaag_langzaam_is_is_dat_tegen_wat_er_is_geleerd(kantoor: Kantoorscene) -> None:
    leer(kantoor, GISTEREN, *[1.0] * 40)
    assert geleerde_duren(kantoor.locatie, (), op("10:00")).factor == 1.0
    leer(kantoor, DINSDAG, *[2.0] * 15)
    verwacht = (40 + 2 * 15) / 55
    assert geleerde_duren(kantoor.locatie, (), op("10:00")).factor == pytest.approx(
        (15 + 15 * 2 / verwacht) / 30
    )
