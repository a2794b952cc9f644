"""One visit on four devices at once: phone, tablet of the host, balie and the screen in the hall."""

from __future__ import annotations

import re
import time
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from afspraken.actions.stappen.contact import link_van
from afspraken.models import Afspraak, Contact, Scherm
from locaties.models import Locatie, Product
from tests.bouwers import Kantoorscene
from tests.reizen.boeken import geen_hulp, kies_aantal, kies_dag, kies_product, kies_tijd, maak, vul_gegevens
from tests.reizen.inloggen import log_in
from tests.reizen.klok import BEGIN
from tests.reizen.podium import TABLET
from tests.reizen.podium import Bezoek as Bezoekfixture
from tests.reizen.reis import Reis
from tests.reizen.schermverhaal import TELEVISIE
from tests.reizen.uvicorn import Deelklok
from tests.schermbouwers import een_gekoppeld_scherm

KANTOOR = "dh-spui"
# Without the stream the pages look again every fifteen seconds: what is there sooner came by the stream.
SNELLER_DAN_KIJKEN = 10_000


@pytest.fixture
def scherm(bezoek: Bezoekfixture, stad: str) -> Reis:
    """The screen in the hall, paired."""
    scene = Kantoorscene(Locatie.objects.get(code=KANTOOR), Product.objects.get(code="paspoort"))
    reis = bezoek(TELEVISIE)
    token = een_gekoppeld_scherm(scene, nu=BEGIN)
    reis.pagina.context.add_cookies([{"name": "scherm", "value": token, "url": stad}])
    reis.open("/scherm/")
    assert Scherm.objects.get().locatie == scene.locatie
    return reis


@pytest.fixture
def balie(bezoek: Bezoekfixture) -> Reis:
    """An employee who sits down at balie 1."""
    reis = bezoek(TABLET)
    log_in(reis, "balie", pad=f"/balie/kantoor/{KANTOOR}/")
    reis.open(f"/balie/kantoor/{KANTOOR}/")
    reis.knop(re.compile(r"balie 1$"))
    reis.kop("Balie 1 is vrij")
    return reis


def boek_in_het_stadhuis(telefoon: Reis) -> Afspraak:
    """Book the first time of today."""
    kies_product(telefoon)
    kies_aantal(telefoon, volwassen=1)
    geen_hulp(telefoon)
    telefoon.knop("Kies Stadhuis Spui (Centrum)")
    kies_dag(telefoon, nummer=0)
    kies_tijd(telefoon)
    vul_gegevens(telefoon)
    maak(telefoon)
    return Afspraak.objects.get()


def meld_aan(telefoon: Reis) -> None:
    """Open the link of the message in the hall and say so."""
    contact = Contact.objects.get()
    telefoon.open(f"/a/{link_van(contact.id, contact.link_versie)}/")
    telefoon.link(re.compile("goede kantoor"))
    telefoon.vul("Code op de poster", KANTOOR)
    telefoon.knop("Ik ben er")
    telefoon.kop("A 1")


def verschijnt(reis: Reis, tekst: str | re.Pattern[str], sinds: float) -> float:
    """Expect it by itself, long before a page would look again; return the milliseconds since ``sinds``."""
    expect(reis.pagina.locator("body")).to_contain_text(tekst, timeout=SNELLER_DAN_KIJKEN)
    return (time.perf_counter() - sinds) * 1000


def druk_volgende(balie: Reis) -> float:
    """Press and do not wait for the page of the balie itself; return when that was."""
    sinds = time.perf_counter()
    balie.pagina.get_by_role("button", name="Volgende").dispatch_event("click")
    return sinds


def test_van_boeken_tot_klaar_op_telefoon_tablet_balie_en_scherm_tegelijk(
    telefoon: Reis, tablet: Reis, balie: Reis, scherm: Reis, klok: Deelklok
) -> None:
    afspraak = boek_in_het_stadhuis(telefoon)
    klok.zet(afspraak.begin - timedelta(minutes=5))
    log_in(tablet, "host", pad=f"/ontvangst/{KANTOOR}/")
    tablet.ziet("De Wit")
    tablet.ziet_niet("A 1")

    meld_aan(telefoon)
    tablet.ziet("A 1")
    balie.ziet("1 wachtende voor u")

    sinds = druk_volgende(balie)
    geroepen = re.compile(r"A 1\s+balie\s+1")
    print(f"oproep_op_scherm_ms: {verschijnt(scherm, geroepen, sinds):.0f} ms")
    print(f"oproep_op_telefoon_ms: {verschijnt(telefoon, 'Kom naar balie 1.', sinds):.0f} ms")
    telefoon.kop("U bent aan de beurt")
    telefoon.toets()
    scherm.toets()

    balie.kop("A 1")
    balie.knop("Begin")
    verschijnt(telefoon, "U wordt geholpen aan balie 1.", time.perf_counter())
    balie.link("Klaar")
    balie.kies("Helemaal geholpen")
    balie.knop("Rond af")
    balie.ziet("Het bezoek is afgerond.")
    verschijnt(telefoon, "U bent klaar. Bedankt voor uw bezoek.", time.perf_counter())
    tablet.ziet_niet("De Wit")
    assert afspraak.bezoek.status == "afgerond"


def test_wie_komt_afhalen_en_wordt_doorgegeven_houdt_nummer_en_verhaal(
    tablet: Reis, balie: Reis, scherm: Reis
) -> None:
    pad = f"/ontvangst/{KANTOOR}/inschrijven/?product=reisdocument_afhalen"
    log_in(tablet, "host", pad=pad)
    tablet.open(pad)
    tablet.knop("Geef een nummer")
    tablet.kop("C 1")
    balie.ziet("1 wachtende voor u")
    sinds = druk_volgende(balie)
    verschijnt(scherm, re.compile(r"C 1\s+balie\s+1"), sinds)

    balie.kop("C 1")
    balie.knop("Begin")
    balie.link("Geef door")
    balie.kies("De eerste collega die verder kan helpen")
    balie.vul("Wat moet uw collega weten?", "De pas ligt in lade 3.")
    balie.knop("Geef door")
    balie.kop("Balie 1 is vrij")
    balie.knop("Volgende")
    balie.kop("C 1")
    balie.ziet("De pas ligt in lade 3.")
