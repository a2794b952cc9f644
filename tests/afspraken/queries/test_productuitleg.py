"""What somebody must know before a time is chosen."""

from __future__ import annotations

from decimal import Decimal

import pytest

from afspraken.queries.productuitleg import productuitleg
from locaties.models import Product
from locaties.rules.weigering import NietGevonden
from tests.bouwers import Kantoorscene, een_leeftijdsgroep


def test_de_uitleg_noemt_kantoor_en_openingstijden(kantoor: Kantoorscene) -> None:
    uitleg = productuitleg(code="paspoort", taal="nl")
    assert uitleg.neem_mee == ("uw oude pas",)
    assert [k.naam for k in uitleg.kantoren] == ["Stadsdeelkantoor Loosduinen"]
    assert uitleg.kantoren[0].openingstijden == ("Dinsdag: 9.00 tot 12.00 uur (met afspraak)",)


def test_een_leeftijdsgroep_heeft_eigen_papieren(kantoor: Kantoorscene) -> None:
    groep = een_leeftijdsgroep(kantoor.product, "0-11", 15, 10)
    groep.neem_mee_extra, groep.wie = ["toestemming"], "Het kind komt mee."
    groep.save()
    (uitleg,) = productuitleg(code="paspoort", taal="nl").groepen
    assert (uitleg.groep, uitleg.neem_mee_extra, uitleg.wie) == (
        "0-11",
        ("toestemming",),
        "Het kind komt mee.",
    )


@pytest.mark.parametrize(
    ("prijzen", "spoed", "bedrag", "tekst"),
    [
        ({"bedrag": 83.87, "jaar": 2024}, {"toeslag": 57.09}, Decimal("83.87"), "Dat kost € 57,09 extra."),
        ({"bedrag": 51.1}, {"totaal": 90.75}, Decimal("51.10"), "U betaalt dan € 90,75."),
        ({"bedrag": None}, {}, None, ""),
        ({}, {}, None, ""),
        ({"bedrag": 0}, {}, Decimal("0.00"), ""),
    ],
)
def test_kosten_en_spoed_staan_er_als_wij_ze_weten(kantoor, prijzen, spoed, bedrag, tekst) -> None:
    Product.objects.update(kosten=prijzen, spoed=spoed)
    uitleg = productuitleg(code="paspoort", taal="nl")
    assert uitleg.kosten_bedrag == bedrag
    assert uitleg.spoed.endswith(tekst)
    assert bool(uitleg.spoed) == bool(tekst)


@pytest.mark.parametrize("code", ["bestaat-niet", "paspoort"])
def test_wat_er_niet_is_wordt_niet_gevonden(kantoor: Kantoorscene, code: str) -> None:
    Product.objects.update(is_actief=False)
    with pytest.raises(NietGevonden):
        productuitleg(code=code, taal="nl")
