"""Another language half-way a page, in a real browser: nothing typed is lost, and Enter still sends."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from .boeken import eerste_plek, geen_hulp, kies_aantal, kies_dag, kies_product, kies_tijd, tot_tijd
from .podium import TELEFOON
from .podium import Bezoek as Bezoekfixture
from .reis import Reis


@pytest.fixture(params=[True, False], ids=["met", "zonder"])
def burger(request: pytest.FixtureRequest, bezoek: Bezoekfixture) -> Reis:
    """Somebody on a phone, with and without scripts."""
    return bezoek(TELEFOON, java_script_enabled=request.param)


def test_gegevens_blijven_staan(burger: Reis) -> None:
    tot_tijd(burger)
    kies_tijd(burger)
    burger.vul("Achternaam", "De Wit")
    burger.vul("Telefoonnummer", "06 12")
    burger.knop("English")
    burger.kop("Your details")
    expect(burger.pagina.locator("[name=achternaam]")).to_have_value("De Wit")
    expect(burger.pagina.locator("[name=telefoon]")).to_have_value("06 12")
    expect(burger.pagina.locator(".fouten")).to_have_count(0)


def test_enter_in_een_veld_verstuurt_het_formulier(burger: Reis) -> None:
    tot_tijd(burger)
    kies_tijd(burger)
    burger.vul("Achternaam", "De Wit")
    with burger.pagina.expect_navigation():
        burger.veld("Telefoonnummer").press("Enter")
    burger.kop("Uw gegevens")
    burger.ziet("Controleer dit antwoord")


def test_een_zoekwoord_blijft_staan(burger: Reis) -> None:
    burger.open("/wat/")
    burger.vul("Zoek", "rijbewijs")
    burger.knop("English")
    expect(burger.pagina.locator("#zoek")).to_have_value("rijbewijs")
    expect(burger.pagina).to_have_url(re.compile(r"/wat/\?zoek=rijbewijs$"))


def test_een_tijd_van_een_andere_dag_blijft_gekozen(telefoon: Reis) -> None:
    kies_product(telefoon)
    kies_aantal(telefoon, volwassen=1)
    geen_hulp(telefoon)
    eerste_plek(telefoon)
    datum = kies_dag(telefoon, nummer=1)
    tijd = telefoon.pagina.locator("#tijden input[name=begin]").nth(2)
    gekozen = str(tijd.get_attribute("value"))
    tijd.check(force=True)
    telefoon.knop("English")
    expect(telefoon.pagina.locator("input[name=dag]:checked")).to_have_value(datum)
    expect(telefoon.pagina.locator("input[name=begin]:checked")).to_have_value(gekozen)
