"""A line at the door: codes, a slip, the lock; who is fetched; a taxi that is late. On the tablet."""

from __future__ import annotations

import os
import re
from pathlib import Path

from playwright.sync_api import expect

from afspraken.actions.bezoek_starten import bezoek_starten
from afspraken.actions.bezoeker_oproepen import bezoeker_oproepen
from afspraken.actions.werkplek_openen import werkplek_openen
from afspraken.demo.gebruikers import WACHTWOORD
from afspraken.models import Afspraak, Bezoek

from .gasten import KANTOOR, boek
from .inloggen import log_in
from .klok import BEGIN, Klok
from .podium import TABLET
from .podium import Bezoek as Bezoekfixture
from .reis import Reis

LIJST = f"/ontvangst/{KANTOOR}/"
PINCODE = "804216"
PRENTEN = os.environ.get("ONTVANGST_PRENTEN", "")
VERVERS = "htmx.trigger(document.body, 'wachtrij')"
# A browser that can read codes: what it sees is always the same code.
CAMERA = """code => {
  navigator.mediaDevices.getUserMedia = async () => document.createElement("canvas").captureStream();
  HTMLVideoElement.prototype.play = async () => {};
  Object.defineProperty(HTMLVideoElement.prototype, "readyState", { get: () => 4 });
  window.BarcodeDetector = class {
    static async getSupportedFormats() { return ["qr_code"]; }
    async detect() { return [{ rawValue: code }]; }
  };
}"""


def _prent(reis: Reis, naam: str) -> None:
    """Keep a picture, when somebody asked for them."""
    if PRENTEN:
        reis.pagina.screenshot(path=Path(PRENTEN) / f"{naam}.png")


def test_een_rij_aan_de_deur_met_codes_een_vergissing_en_het_slot(tablet: Reis, klok: Klok) -> None:
    gasten = [boek(naam, f"06 1111111{i}") for i, naam in enumerate(("De Wit", "Baksh", "Jansen"))]
    log_in(tablet, "host", pad="/ontvangst/")
    tablet.open("/ontvangst/pincode/")
    tablet.vul("Wachtwoord", WACHTWOORD)
    tablet.pagina.locator("main form button[type=submit]").first.click()
    tablet.kop("Uw pincode voor de tablet")
    tablet.vul("Nieuwe pincode", "123456")
    tablet.vul("Nog een keer", "123456")
    tablet.knop("Stel de pincode in")
    tablet.ziet("Kies een andere pincode")
    tablet.vul("Nieuwe pincode", PINCODE)
    tablet.vul("Nog een keer", PINCODE)
    tablet.knop("Stel de pincode in")
    tablet.ziet("U hebt een pincode sinds")
    _prent(tablet, "pincode")
    tablet.open(LIJST)
    code = gasten[0].code.lower()
    tablet.vul("Zoek op naam", f"{code[:3]} {code[3:]}")
    tablet.pagina.keyboard.press("Enter")
    tablet.ziet("1 bezoeker gevonden")
    tablet.knop(re.compile("Aanwezig De Wit"))
    tablet.ziet("De Wit is er. Nummer A 1.")
    tablet.knop(re.compile("Aanwezig Baksh"))
    tablet.knop(re.compile("Terugdraaien Baksh"))
    tablet.knop(re.compile("Aanwezig Jansen"))
    tablet.ziet("Jansen is er. Nummer A 3.")
    _prent(tablet, "rij")
    klok.vooruit(minutes=16)
    tablet.open(f"{LIJST}zonder-afspraak/")
    tablet.kop("De tablet is op slot")
    tablet.ziet_niet("Jansen")
    _prent(tablet, "slot")
    tablet.vul("Pincode", "111222")
    tablet.knop("Verder")
    tablet.ziet("nog 4 keer")
    tablet.vul("Pincode", PINCODE)
    tablet.knop("Verder")
    tablet.kop("Waarvoor komt de bezoeker?")
    tablet.open(LIJST)
    tablet.knop("Zet op slot")
    tablet.kop("De tablet is op slot")
    assert [b.nummer for b in Bezoek.objects.filter(status="wachtend")] == [1, 3]


def test_na_uitloggen_laat_terug_niets_zien(tablet: Reis) -> None:
    boek("De Wit", "06 11111111")
    log_in(tablet, "host", pad="/ontvangst/")
    tablet.ziet("De Wit")
    tablet.knop("Uitloggen")
    tablet.kop("Inloggen")
    tablet.pagina.go_back(wait_until="load")
    tablet.ziet_niet("De Wit")
    assert tablet.pagina.evaluate("sessionStorage.length + localStorage.length") == 0


def test_een_blinde_bezoeker_wordt_gehaald_zodra_het_nummer_klinkt(tablet: Reis, klok: Klok) -> None:
    gemaakt = boek("Van Dam", "06 11111111", "zien")
    klok.vooruit(minutes=10)
    log_in(tablet, "host", pad="/ontvangst/")
    tablet.knop(re.compile("Aanwezig Van Dam"))
    tablet.ziet("Ophalen bij ingang")
    halen = tablet.pagina.locator("#halen")
    expect(halen).not_to_contain_text("A 1")
    deel = Afspraak.objects.get(id=gemaakt.afspraak_id).delen.get()
    assert deel.medewerker_id
    assert deel.balie
    plek = werkplek_openen(medewerker_id=deel.medewerker_id, balie_id=deel.balie.pk, nu=klok.now())
    bezoek = Bezoek.objects.get()
    bezoeker_oproepen(werkplek_id=plek, bezoek_id=bezoek.id, nu=klok.now())
    tablet.pagina.evaluate(VERVERS)
    expect(halen).to_contain_text(f"A 1 naar balie {deel.balie.nummer}")
    expect(tablet.pagina.locator("#nieuws")).to_have_text("Er is 1 bezoeker om te halen.")
    tablet.toets()
    _prent(tablet, "halen")
    tablet.knop(re.compile("^Gehaald A 1"))
    tablet.ziet("A 1 is gehaald")
    tablet.knop(re.compile("^Terugdraaien A 1"))
    tablet.knop(re.compile("^Gehaald A 1"))
    bezoek_starten(werkplek_id=plek, bezoek_id=bezoek.id, nu=klok.now())
    tablet.pagina.evaluate(VERVERS)
    expect(halen).to_have_text("")
    tablet.ziet_niet("zien")


def test_wie_buiten_staat_drukt_op_de_telefoon_en_de_host_komt(bezoek: Bezoekfixture, klok: Klok) -> None:
    gemaakt = boek("De Wit", "06 11111111")
    klok.vooruit(minutes=35)
    telefoon, tablet = bezoek(), bezoek(TABLET)
    telefoon.open(f"/a/{gemaakt.link}/")
    telefoon.link(re.compile("^Kunt u niet alleen naar binnen"))
    _prent(telefoon, "kom_mij_halen")
    telefoon.knop("Kom mij halen")
    telefoon.ziet("Wij komen naar u toe bij de ingang.")
    _prent(telefoon, "wij_komen")
    log_in(tablet, "host", pad="/ontvangst/")
    expect(tablet.pagina.locator("#halen")).to_contain_text("Staat buiten bij de ingang")
    tablet.knop(re.compile("^Gehaald A 1"))
    telefoon.link("Kijk of er iets is veranderd")
    telefoon.ziet_niet("Wij komen naar u toe")


def test_de_taxi_is_twaalf_minuten_te_laat_en_de_tolk_wacht(tablet: Reis, klok: Klok) -> None:
    gemaakt = boek("Yilmaz", "06 11111111", spreektaal="tr")
    klok.vooruit(
        seconds=int((Afspraak.objects.get(id=gemaakt.afspraak_id).begin - BEGIN).total_seconds()) + 720
    )
    log_in(tablet, "host", pad="/ontvangst/")
    tablet.ziet("12 minuten te laat")
    _prent(tablet, "te_laat")
    tablet.knop(re.compile("Aanwezig Yilmaz"))
    tablet.ziet("maar de plaats blijft")
    _prent(tablet, "te_laat_er")


def test_met_een_camera_leest_de_tablet_de_code(tablet: Reis) -> None:
    gemaakt = boek("De Wit", "06 11111111")
    log_in(tablet, "host", pad="/ontvangst/")
    expect(tablet.pagina.get_by_role("link", name="Scan code")).to_be_hidden()
    tablet.open(f"{LIJST}scannen/")
    tablet.ziet("De camera doet het niet. Typ de code.")
    _prent(tablet, "scannen")
    tablet.pagina.add_init_script(f"({CAMERA})({gemaakt.code!r})")
    tablet.open(LIJST)
    tablet.pagina.get_by_role("link", name="Scan code").click()
    tablet.ziet("De Wit is er. Nummer A 1.")


def test_waar_het_vandaag_niet_lukt_boekt_de_host_meteen(tablet: Reis, klok: Klok) -> None:
    klok.vooruit(hours=9)
    log_in(tablet, "host", pad="/ontvangst/")
    tablet.link(re.compile("Zonder afspraak"))
    tablet.link(re.compile("^Paspoort aanvragen"))
    tablet.kop("Vandaag lukt dat niet meer")
    _prent(tablet, "vandaag_niet")
    tablet.knop("Maak een afspraak")
    tablet.vul("18 jaar of ouder", "1")
    tablet.knop("Voeg toe")
    tablet.kies("Nee")
    tablet.knop("Verder: kies een tijd")
    tablet.knop(re.compile(r"^Kies \d\d:\d\d"))
    tablet.vul("Achternaam", "Van Dijk")
    tablet.kies("Op papier")
    tablet.knop("Verder: lees het voor")
    tablet.knop("Maak de afspraak")
    tablet.link("Terug naar de lijst")
    tablet.kop("Wie komt er nu?")
