"""Where a product is done, and when one can come for it."""

from __future__ import annotations

from afspraken.queries.productkantoren import productkantoor, productkantoren
from locaties.models import Openingstijd
from tests.bouwers import Kantoorscene, een_kantoor

DINSDAG = ("Dinsdag: 9.00 tot 12.00 uur (met afspraak)",)


def test_elk_kantoor_met_zijn_eigen_uren(kantoor: Kantoorscene) -> None:
    een_kantoor("segbroek")
    kantoren = productkantoren(product="paspoort", taal="nl")
    assert {k.code: k.openingstijden for k in kantoren} == {"loosduinen": DINSDAG, "segbroek": DINSDAG}
    assert productkantoor(product="paspoort", kantoor="segbroek", taal="nl") in kantoren


def test_waar_het_niet_kan_is_er_geen(kantoor: Kantoorscene) -> None:
    een_kantoor("segbroek").locatie.producten.all().delete()
    assert productkantoor(product="paspoort", kantoor="segbroek", taal="nl") is None
    assert productkantoor(product="bestaat-niet", kantoor="loosduinen", taal="nl") is None


def test_alleen_de_uren_van_de_eigen_categorie(kantoor: Kantoorscene) -> None:
    for categorie, telt_mee in [(kantoor.product.categorie, True), ("iets-anders", False)]:
        Openingstijd.objects.filter(locatie=kantoor.locatie).update(categorie=categorie)
        gevonden = productkantoor(product="paspoort", kantoor="loosduinen", taal="nl")
        assert gevonden
        assert (gevonden.openingstijden == DINSDAG) is telt_mee
