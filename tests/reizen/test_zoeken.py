"""Who looks somebody up leaves no name in an address; back and reload do no harm. Also without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from afspraken.actions.bezoeker_aanmelden import bezoeker_aanmelden

from .gasten import KANTOOR, boek
from .inloggen import log_in
from .klok import BEGIN
from .podium import TABLET
from .podium import Bezoek as Bezoekfixture
from .reis import Reis
from .verversing import ververs

LIJST = f"/ontvangst/{KANTOOR}/"


@pytest.mark.parametrize("met_script", [True, False], ids=["met", "zonder"])
def test_zoeken_terug_en_opnieuw_laden(bezoek: Bezoekfixture, met_script: bool) -> None:
    gemaakt = boek("Kanariegeel", "06 11111111")
    reis = bezoek(TABLET, java_script_enabled=met_script)
    adressen: list[str] = []
    reis.pagina.on("request", lambda vraag: adressen.append(vraag.url))
    log_in(reis, "telefonist")
    _zoekt(reis, "Naam, afspraakcode", "Kanariegeel", "1 afspraak gevonden")
    reis.link(f"Bekijk {gemaakt.code}")
    reis.pagina.go_back()
    reis.ziet("1 afspraak gevonden")
    expect(reis.veld("Naam, afspraakcode")).to_have_value("Kanariegeel")
    reis.pagina.reload()
    reis.ziet("1 afspraak gevonden")
    _zoekt(reis, "Naam, afspraakcode", "Niemand Zo", "Niets gevonden")
    _zoekt(reis, "Naam, afspraakcode", "", "Vul in wat u zoekt")
    reis.open("/telefoon/")
    reis.ziet_niet("gevonden")
    assert [adres for adres in adressen if re.search("kanarie|niemand", adres, re.IGNORECASE)] == []


def _zoekt(reis: Reis, label: str, tekst: str, ziet: str) -> None:
    reis.vul(label, tekst)
    reis.knop("Zoek")
    reis.ziet(ziet)
    expect(reis.veld(label)).to_have_value(tekst)


def test_een_lijst_die_zichzelf_bijwerkt_laat_staan_wat_gevonden_is(tablet: Reis) -> None:
    gemaakt = boek("De Wit", "06 11111111")
    boek("Baksh", "06 22222222")
    log_in(tablet, "host", pad="/ontvangst/")
    _zoekt(tablet, "Zoek op naam", "wit", "1 bezoeker gevonden")
    expect(tablet.pagina.locator("#nieuws")).to_have_text("1 bezoeker gevonden")
    bezoeker_aanmelden(afspraak_id=gemaakt.afspraak_id, nu=BEGIN, rol="host")
    ververs(tablet)
    tablet.ziet("A 1")
    tablet.ziet("1 bezoeker gevonden")
    tablet.ziet_niet("Baksh")
    tablet.pagina.reload()
    tablet.ziet("1 bezoeker gevonden")
    tablet.link("Toon iedereen")
    tablet.ziet("Baksh")
    tablet.pagina.go_back()
    tablet.ziet("1 bezoeker gevonden")
