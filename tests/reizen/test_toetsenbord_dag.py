"""A morning at the entrance and the counter with the keyboard: the focus shows, and stays where it was."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from afspraken.actions.bezoeker_aanmelden import bezoeker_aanmelden
from afspraken.models import Bezoek
from locaties.actions.pincode_zetten import pincode_zetten
from locaties.models import Gebruiker

from .gasten import KANTOOR, boek
from .hal import loopt_binnen
from .inloggen import log_in
from .klok import BEGIN, Klok
from .reis import Reis
from .toetsenbord import druk, naar, waar
from .verversing import ververs, zonder_id

PINCODE = "804216"


def test_de_host_met_alleen_het_toetsenbord(tablet: Reis, klok: Klok) -> None:
    boek("De Wit", "06 11111111")
    boek("Baksh", "06 22222222", "rolstoel")
    pincode_zetten(gebruiker_id=Gebruiker.objects.get(username="host").pk, pincode=PINCODE, nu=BEGIN)
    log_in(tablet, "host", pad="/ontvangst/")
    assert zonder_id(tablet) == []
    druk(tablet, "Aanwezig De Wit")
    tablet.ziet("De Wit is er. Nummer A 1.")
    assert waar(tablet) == "De Wit"
    expect(tablet.pagina.locator("#nieuws")).to_have_text("De Wit is er. Nummer A 1.")
    naar(tablet, "Terugdraaien De Wit")
    ververs(tablet)
    assert waar(tablet).startswith("Terugdraaien De Wit")
    assert zonder_id(tablet) == []
    with tablet.pagina.expect_navigation():
        tablet.pagina.keyboard.press("Enter")
    assert waar(tablet) == "De Wit"
    naar(tablet, "Aanwezig De Wit")
    druk(tablet, "Zonder afspraak")
    druk(tablet, "Paspoort aanvragen")
    druk(tablet, "Geef een nummer")
    tablet.kop("B 1")
    druk(tablet, "Naar de lijst")
    druk(tablet, "Zet op slot")
    tablet.kop("De tablet is op slot")
    naar(tablet, "Pincode$")
    tablet.pagina.keyboard.type(PINCODE)
    with tablet.pagina.expect_navigation():
        tablet.pagina.keyboard.press("Enter")
    tablet.kop("Wie komt er nu?")
    assert [str(bezoek) for bezoek in Bezoek.objects.filter(status="wachtend")] == ["B 1"]


def test_wie_intussen_is_aangemeld_houdt_de_focus_op_de_eigen_regel(tablet: Reis) -> None:
    gemaakt = boek("De Wit", "06 11111111")
    boek("Baksh", "06 22222222")
    log_in(tablet, "host", pad="/ontvangst/")
    naar(tablet, "Aanwezig De Wit")
    ververs(tablet)
    assert waar(tablet).startswith("Aanwezig De Wit")
    bezoeker_aanmelden(afspraak_id=gemaakt.afspraak_id, nu=BEGIN, rol="host")
    ververs(tablet)
    assert waar(tablet) == "De Wit"
    naar(tablet, "Terugdraaien De Wit")


def test_aan_de_balie_met_alleen_het_toetsenbord(tablet: Reis) -> None:
    log_in(tablet, "balie", pad="/balie/")
    druk(tablet, "Ga hier zitten balie 1$")
    tablet.kop("Balie 1 is vrij")
    druk(tablet, "Volgende")
    tablet.ziet("Er wacht nu niemand voor u.")
    tablet.ziet_niet("Er ging iets mis")
    assert waar(tablet) == "Volgende"
    expect(tablet.pagina.locator("#nieuws")).to_have_text("Er wacht nu niemand voor u.")
    bezoeker = loopt_binnen()
    ververs(tablet)
    assert waar(tablet) == "Volgende"
    with tablet.pagina.expect_navigation():
        tablet.pagina.keyboard.press("Enter")
    assert waar(tablet) == "B 1"
    assert zonder_id(tablet) == []
    naar(tablet, "Roep nog eens")
    ververs(tablet)
    assert waar(tablet) == "Roep nog eens"
    with tablet.pagina.expect_navigation():
        tablet.pagina.keyboard.press("Enter")
    tablet.ziet("Opgeroepen, 2 keer")
    assert waar(tablet) == "B 1"
    druk(tablet, "Begin")
    assert waar(tablet) == "B 1"
    druk(tablet, "10$")
    assert waar(tablet) == "10"
    assert zonder_id(tablet) == []
    druk(tablet, "Klaar")
    naar(tablet, "Helemaal geholpen")
    tablet.pagina.keyboard.press("Space")
    druk(tablet, "Rond af")
    tablet.ziet("Het bezoek is afgerond.")
    bezoeker.refresh_from_db()
    assert (bezoeker.status, bezoeker.uitkomst) == ("afgerond", "geholpen")


def test_alarm_met_alleen_het_toetsenbord(tablet: Reis) -> None:
    log_in(tablet, "balie", pad="/balie/")
    druk(tablet, "Ga hier zitten balie 1$")
    naar(tablet, "Alarm")
    tablet.pagina.keyboard.press("Enter")
    druk(tablet, "Roep nu hulp")
    tablet.ziet("Balie 1 vraagt hulp.")
    naar(tablet, "Ik ga erheen")
    ververs(tablet)
    assert waar(tablet).startswith("Ik ga erheen")
    with tablet.pagina.expect_navigation():
        tablet.pagina.keyboard.press("Enter")
    tablet.ziet(re.compile("komt u helpen"))


def test_de_hele_wachtrij_met_alleen_het_toetsenbord(tablet: Reis) -> None:
    bezoeker = loopt_binnen()
    log_in(tablet, "host", pad="/ontvangst/")
    tablet.open(f"/ontvangst/{KANTOOR}/wachtrij/")
    assert zonder_id(tablet) == []
    druk(tablet, "Is weggegaan B 1")
    assert waar(tablet) == "B 1 is weggegaan."
    druk(tablet, "Terugdraaien")
    assert waar(tablet) == "B 1"
    bezoeker.refresh_from_db()
    assert bezoeker.status == "wachtend"
