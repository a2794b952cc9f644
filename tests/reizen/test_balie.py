"""A morning at the counters: call, help, pass on, wait for the low counter."""

from __future__ import annotations

import os
import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from afspraken.models import Afspraakdeel, Bezoek
from locaties.models import Balie
from tests.bouwers import ZONE

from .hal import KANTOOR, boek, is_er, loopt_binnen
from .inloggen import log_in
from .klok import BEGIN, Klok
from .podium import TABLET
from .podium import Bezoek as Bezoekfixture
from .reis import Reis

PRENTEN = os.environ.get("BALIE_PRENTEN", "")
WERKT = 20  # minutes between two signs of life
VERHAAL = "Mevrouw wil eerst de brief begrijpen."
pytestmark = pytest.mark.usefixtures("stad")


def zit(reis: Reis, naam: str, balie: int) -> Reis:
    """Log in, and sit down."""
    log_in(reis, naam, pad="/balie/")
    reis.kop("Aan welke balie zit u?")
    reis.knop(f"Ga hier zitten balie {balie}")
    reis.kop(f"Balie {balie} is vrij")
    return reis


def werkt_door(klok: Klok, tot: datetime, *wie: Reis) -> None:
    """Let time pass while these employees stay at work: who rests for half an hour is logged out."""
    minuten = int((tot - BEGIN).total_seconds() // 60)
    for begin in range(0, minuten, WERKT):
        klok.vooruit(minutes=min(WERKT, minuten - begin))
        for reis in wie:
            reis.pagina.goto(f"{reis.adres}/balie/werkplek/")


def status(bezoek: Bezoek) -> str:
    """Return the state as it is now."""
    bezoek.refresh_from_db()
    return bezoek.status


def prent(reis: Reis, naam: str) -> None:
    """Keep a picture, when somebody asked for them."""
    if PRENTEN:
        reis.pagina.screenshot(path=Path(PRENTEN) / f"{naam}.png", full_page=True)


def geef_de_raadsman_mee(reis: Reis) -> None:
    """Look at the paper, mistype a number, send the SMS, and go back."""
    reis.knop("Druk de gegevens af, of stuur ze per sms")
    expect(reis.pagina.get_by_role("button", name="Druk af")).to_be_visible()
    for nummer, antwoord in (("06 123", "Er ging iets mis"), ("06 12345678", "De sms gaat nu weg.")):
        reis.vul("Mobiel nummer van de bezoeker", nummer)
        reis.knop("Stuur de sms")
        reis.ziet(antwoord)
    prent(reis, "raadsman")
    reis.link("Terug")


def test_van_oproepen_tot_klaar_en_doorgeven_met_het_verhaal(
    tablet: Reis, bezoek: Bezoekfixture, klok: Klok
) -> None:
    afspraak, inloper = boek(), loopt_binnen()
    zit(tablet, "balie", 3)
    prent(tablet, "vrij")
    roep_vergis_je_en_begin(tablet)
    geef_door_met_het_verhaal(tablet)
    collega = zit(bezoek(TABLET), "balie3", 4)
    help_verder_met_het_verhaal(collega)
    assert (status(inloper), inloper.uitkomst, inloper.raadsman_gewezen) == ("afgerond", "deels", True)
    collega.pagina.goto("about:blank")
    werkt_door(klok, afspraak.begin, tablet)
    hier = is_er(afspraak, afspraak.begin)
    expect(tablet.pagina.locator("#werkplek")).to_contain_text("A 1", timeout=20_000)
    help_de_afspraak_en_maak_een_vervolg(tablet)
    assert status(hier) == "afgerond"


def roep_vergis_je_en_begin(tablet: Reis) -> None:
    """The visitor was there after all."""
    tablet.knop("Volgende")
    tablet.kop("B 1")
    tablet.knop("Niet hier")
    tablet.ziet("B 1 wacht weer, op dezelfde plek in de rij.")
    prent(tablet, "niet_hier")
    tablet.knop("Terugdraaien: deze bezoeker is er wel")
    tablet.knop(re.compile("^Roep B 1"))
    tablet.knop("Roep nog eens")
    tablet.ziet("Opgeroepen, 3 keer")
    tablet.knop("Begin")
    tablet.knop("10")
    tablet.ziet(re.compile(r"0 van \d+ minuten"))


def geef_door_met_het_verhaal(tablet: Reis) -> None:
    """To a colleague at another balie."""
    tablet.link("Geef door")
    tablet.kies(re.compile("^Sanne Bakker"))
    tablet.vul("Wat moet uw collega weten?", VERHAAL)
    prent(tablet, "doorgeven")
    tablet.knop("Geef door")


def help_verder_met_het_verhaal(collega: Reis) -> None:
    """Read what was told only once the visitor is called, and finish in part."""
    collega.ziet_niet(VERHAAL)
    collega.knop("Volgende")
    collega.ziet(VERHAAL)
    collega.knop("Begin")
    prent(collega, "verhaal")
    collega.link("Klaar")
    collega.kies("Voor een deel geholpen")
    geef_de_raadsman_mee(collega)
    expect(collega.pagina.get_by_label("Voor een deel geholpen")).to_be_checked()
    collega.knop("Rond af")
    collega.ziet("Kies waarom de bezoeker niet helemaal is geholpen")
    collega.veld("Waarom niet helemaal?").select_option("papieren")
    collega.kies("Gewezen op de sociaal raadsman")
    prent(collega, "afronden")
    collega.knop("Rond af")
    collega.ziet("Het bezoek is afgerond.")


def help_de_afspraak_en_maak_een_vervolg(tablet: Reis) -> None:
    """The next appointment is made while the visitor still stands there."""
    tablet.knop("Volgende")
    tablet.ziet("De Wit")
    tablet.knop("Begin")
    tablet.link("Klaar")
    tablet.kies("Helemaal geholpen")
    tablet.knop("Rond af")
    tablet.knop("Maak meteen een vervolgafspraak")
    tablet.kop("Nieuwe afspraak")


def test_wie_een_lage_balie_nodig_heeft_wacht_op_die_balie_en_krijgt_hem(
    tablet: Reis, bezoek: Bezoekfixture, klok: Klok
) -> None:
    afspraak = boek("rolstoel", naam="Baksh")
    dertien = Balie.objects.get(locatie__code=KANTOOR, nummer=13)
    Afspraakdeel.objects.filter(afspraak=afspraak).update(balie=dertien)
    eerder = loopt_binnen()
    hoog, laag = zit(tablet, "balie", 1), zit(bezoek(TABLET), "balie3", 13)
    laag.knop("Volgende")
    laag.knop("Begin")
    assert status(eerder) == "in_behandeling"
    straks = afspraak.begin - timedelta(minutes=5)
    werkt_door(klok, straks, hoog, laag)
    gewoon = loopt_binnen(nu=straks)
    laag.link("Klaar")
    laag.kies("Helemaal geholpen")
    laag.knop("Rond af")
    begin = f"{afspraak.begin.astimezone(ZONE):%-H.%M}"
    laag.ziet(f"Deze balie blijft nu vrij voor de afspraak van {begin} uur.")
    prent(laag, "blijft_vrij")
    laag.knop("Volgende")
    laag.ziet(f"Deze balie blijft nu vrij voor de afspraak van {begin} uur.")
    hier = is_er(afspraak, straks)
    hoog.open("/balie/werkplek/")
    hoog.ziet_niet("A 1")
    hoog.knop("Volgende")
    laag.open("/balie/werkplek/")
    laag.ziet(re.compile(f"Deze balie is afgesproken, afspraak {begin}"))
    laag.knop("Volgende")
    laag.ziet("Lage balie")
    laag.ziet_niet("rolstoel")
    laag.knop("Lees wat we regelen")
    laag.ziet("Dit regelen wij")
    prent(laag, "behoeften")
    assert (status(hier), hier.balie_id, status(gewoon)) == ("opgeroepen", dertien.pk, "opgeroepen")


def test_wie_wordt_opgehaald_is_nooit_vanzelf_gemist_en_de_host_ziet_de_rij(
    tablet: Reis, bezoek: Bezoekfixture, klok: Klok
) -> None:
    bezoeker = loopt_binnen("zien")
    assert bezoeker.roepwijze == "ophalen"
    zit(tablet, "balie", 2)
    for _ in range(3):
        tablet.knop(re.compile("^Roep B 1"))
        tablet.ziet("haal deze bezoeker zelf op bij de ingang")
        tablet.knop("Niet hier")
    tablet.ziet("B 1 wacht weer")
    assert (status(bezoeker), bezoeker.gemist) == ("wachtend", 3)
    host = bezoek(TABLET)
    log_in(host, "host", pad=f"/ontvangst/{KANTOOR}/wachtrij/")
    host.open(f"/ontvangst/{KANTOOR}/wachtrij/")
    host.ziet("3 keer niet hier")
    host.knop(re.compile("^Is weggegaan B 1"))
    host.knop("Terugdraaien: deze bezoeker is er nog")
    host.link("Sluit de dag af")
    host.ziet("Het kantoor is open tot 16.30 uur")
    for reis in (tablet, host):  # they go home
        reis.pagina.goto("about:blank")
    klok.vooruit(hours=7)
    host = bezoek(TABLET)
    log_in(host, "planner", pad=f"/ontvangst/{KANTOOR}/afsluiten/")
    host.open(f"/ontvangst/{KANTOOR}/afsluiten/")
    host.knop("Sluit de dag af")
    host.ziet("Kies hoe het met B 1 is afgelopen")
    host.veld("Hoe is het met B 1 afgelopen?").select_option("vertrokken:")
    host.knop("Sluit de dag af")
    host.ziet("De dag is afgesloten")
    assert status(bezoeker) == "vertrokken"
