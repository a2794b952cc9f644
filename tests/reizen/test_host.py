"""The host books for somebody who stands at the desk without a telephone."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from afspraken.demo.gebruikers import WACHTWOORD, code_nu
from afspraken.models import Afspraak

from .inloggen import log_in
from .reis import Reis


def test_de_host_boekt_aan_de_ingang_en_geeft_een_brief_mee(tablet: Reis) -> None:
    log_in(tablet, "host")
    tablet.knop(re.compile("Nieuwe afspraak"))
    tablet.veld("Kies een product").select_option(label="Paspoort aanvragen")
    tablet.knop("Bekijk en voeg toe")
    tablet.vul("18 jaar of ouder", "1")
    tablet.knop("Voeg toe")
    tablet.kies("Nee")
    tablet.knop("Verder: kies een tijd")
    kantoren = tablet.pagina.locator("ul.rijen li.rij")
    expect(kantoren).to_have_count(1)
    expect(kantoren).to_contain_text("Stadhuis Spui")
    if tablet.pagina.get_by_role("link", name=re.compile("^Kies Stadhuis Spui")).count():
        tablet.link(re.compile("^Kies Stadhuis Spui"))
    tablet.knop(re.compile(r"^Kies \d\d:\d\d"))
    tablet.vul("Achternaam", "Van Dijk")
    tablet.kies("Op papier")
    tablet.knop("Verder: lees het voor")
    tablet.kop("Lees voor en controleer")
    tablet.knop("Maak de afspraak")
    afspraak = Afspraak.objects.get(status="bevestigd")
    expect(tablet.pagina.locator("article.brief")).to_contain_text(afspraak.code)
    assert afspraak.locatie.code == "dh-spui"


def test_zonder_de_code_van_de_app_komt_de_host_niet_binnen(tablet: Reis) -> None:
    tablet.open("/telefoon/")
    tablet.vul("Gebruikersnaam", "host")
    tablet.vul("Wachtwoord", WACHTWOORD)
    tablet.knop("Inloggen")
    tablet.kop("Vul uw code in")
    mis = "000000" if code_nu("host") != "000000" else "111111"
    tablet.pagina.locator("[name=code]").fill(mis)
    tablet.knop("Inloggen")
    tablet.kop("Vul uw code in")
    tablet.open("/telefoon/")
    tablet.ziet_niet("Zoek een afspraak")
