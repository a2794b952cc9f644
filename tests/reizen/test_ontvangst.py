"""A morning of the host at the entrance, on the tablet; also without JavaScript."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from afspraken.demo.gebruikers import WACHTWOORD
from afspraken.models import Bezoek

from .gasten import KANTOOR, boek
from .inloggen import log_in
from .klok import Klok
from .podium import TABLET
from .podium import Bezoek as Bezoekfixture
from .reis import Reis

PRENTEN = os.environ.get("ONTVANGST_PRENTEN", "")


@pytest.fixture
def gasten(stad: str) -> None:
    """Two people have an appointment this morning, one of them needs a low counter."""
    boek("De Wit", "06 11111111")
    boek("Baksh", "06 22222222", "rolstoel")


@pytest.mark.usefixtures("gasten")
def test_de_host_tikt_aanwezig_draait_terug_en_schrijft_iemand_in(tablet: Reis) -> None:
    log_in(tablet, "host", pad="/ontvangst/")
    tablet.kop("Wie komt er nu?")
    tablet.ziet("De Wit")
    tablet.ziet_niet("rolstoel")
    _prent(tablet, "lijst")
    tablet.knop(re.compile("Aanwezig De Wit"))
    tablet.ziet("De Wit is er. Nummer A 1.")
    _prent(tablet, "aanwezig")
    tablet.knop(re.compile("Terugdraaien De Wit"))
    expect(tablet.pagina.get_by_role("button", name=re.compile("Aanwezig De Wit"))).to_be_visible()
    tablet.link(re.compile("Zonder afspraak"))
    _prent(tablet, "product")
    tablet.link(re.compile("^Paspoort aanvragen"))
    _prent(tablet, "inschrijven")
    tablet.knop("Geef een nummer")
    tablet.kop("B 1")
    _prent(tablet, "bon")
    assert Bezoek.objects.filter(letter="B", nummer=1, status="wachtend").count() == 1
    tablet.link("Naar de lijst")
    tablet.link(re.compile("^Wegsturen .*B 1"))
    tablet.kies("De papieren zijn niet compleet")
    tablet.knop("Stuur weg")
    tablet.ziet_niet("Nummer B 1")


@pytest.mark.usefixtures("gasten")
def test_zonder_javascript_werkt_de_lijst_ook(bezoek: Bezoekfixture) -> None:
    reis = bezoek(TABLET, java_script_enabled=False)
    log_in(reis, "host", pad="/ontvangst/")
    reis.vul("Zoek op naam", "baksh")
    reis.knop(re.compile("Zoek"))
    reis.ziet("1 bezoeker gevonden")
    reis.knop(re.compile("Aanwezig Baksh"))
    reis.ziet("Baksh is er. Nummer A 1.")


def _prent(reis: Reis, naam: str) -> None:
    """Keep a picture, when somebody asked for them."""
    if PRENTEN:
        reis.pagina.screenshot(path=Path(PRENTEN) / f"{naam}.png")


def test_met_de_telefoon_meldt_iemand_zich_aan_en_ziet_het_nummer(bezoek: Bezoekfixture, klok: Klok) -> None:
    gemaakt = boek("De Wit", "06 11111111")
    klok.vooruit(minutes=35)
    reis = bezoek()
    reis.open(f"/a/{gemaakt.link}/")
    reis.link(re.compile("goede kantoor"))
    reis.vul("Code op de poster", "dh-leyweg")
    reis.knop("Ik ben er")
    reis.ziet("Stadhuis Spui")
    reis.vul("Code op de poster", KANTOOR)
    reis.knop("Ik ben er")
    reis.kop("A 1")
    reis.ziet("Er is niemand voor u.")
    _prent(reis, "telefoon")


def test_de_bon_past_op_een_rol_van_80_mm(tablet: Reis) -> None:
    log_in(tablet, "host", pad=f"/ontvangst/{KANTOOR}/inschrijven/?product=paspoort")
    tablet.open(f"/ontvangst/{KANTOOR}/inschrijven/?product=paspoort")
    tablet.knop("Geef een nummer")
    papier = tablet.pagina.pdf(prefer_css_page_size=True)
    maten = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", papier)
    assert [round(float(breed) / 72 * 25.4) for breed, _hoog in maten] == [80]
    tablet.open(f"/ontvangst/{KANTOOR}/daglijst/")
    tablet.open(f"/ontvangst/{KANTOOR}/reservenummers/")


@pytest.mark.usefixtures("gasten")
def test_na_een_kwartier_rust_vraagt_de_tablet_eerst_wie_er_is(tablet: Reis, klok: Klok) -> None:
    log_in(tablet, "host", pad="/ontvangst/")
    klok.vooruit(minutes=16)
    tablet.open(f"/ontvangst/{KANTOOR}/")
    tablet.ziet_niet("De Wit")
    tablet.link("Verder met uw wachtwoord of code")
    tablet.vul("Wachtwoord", WACHTWOORD)
    tablet.knop("Verder")
    tablet.kop("Wie komt er nu?")
    tablet.ziet("De Wit")
