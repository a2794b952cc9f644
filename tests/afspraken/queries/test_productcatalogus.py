"""What can be chosen."""

from __future__ import annotations

import pytest

from afspraken.queries.productcatalogus import productcatalogus
from locaties.models import Product
from tests.bouwers import Kantoorscene


def test_alleen_wat_nu_kan_staat_in_de_catalogus(kantoor: Kantoorscene) -> None:
    Product.objects.create(code="oud", naam="Oud", categorie="adres", duur_minuten=5, is_actief=False)
    assert [keuze.code for keuze in productcatalogus(taal="nl")] == ["paspoort"]


@pytest.mark.parametrize(
    ("engels", "naam"), [("Apply for a passport", "Apply for a passport"), ("", "Paspoort aanvragen")]
)
def test_zonder_vertaling_staat_er_nederlands(kantoor: Kantoorscene, engels: str, naam: str) -> None:
    Product.objects.update(naam_en=engels)
    assert productcatalogus(taal="en")[0].naam == naam


def test_de_nederlandse_naam_vindt_ook_in_het_engels(kantoor: Kantoorscene) -> None:
    Product.objects.update(naam_en="Passport")
    assert "Paspoort aanvragen" in productcatalogus(taal="en")[0].zoekwoorden


def test_de_catalogus_is_een_vraag_aan_de_database(kantoor, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        productcatalogus(taal="nl")


def test_inloop_heeft_geen_afspraak_nodig(kantoor: Kantoorscene) -> None:
    Product.objects.update(vorm="inloop")
    assert not productcatalogus(taal="nl")[0].afspraak_nodig
