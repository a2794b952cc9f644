"""A citizen makes an appointment on a phone."""

from __future__ import annotations

import re
from datetime import datetime

from playwright.sync_api import expect

from afspraken.models import Afspraak

from .boeken import (
    boek,
    eerste_plek,
    geen_hulp,
    kies_aantal,
    kies_product,
    kies_tijd,
    maak,
    neem_alles,
    tot_tijd,
    vul_gegevens,
)
from .klok import Klok
from .reis import Reis


def test_een_inwoner_maakt_een_afspraak(telefoon: Reis) -> None:
    code = boek(telefoon)
    telefoon.ziet(re.compile(r"Wij verwachten u op .+ om \d+\.\d\d uur"))
    telefoon.ziet("Wij sturen een bericht naar")
    expect(telefoon.pagina.get_by_role("img", name=f"QR-code met uw code {code}")).to_be_visible()


def test_een_inwoner_zonder_javascript_maakt_dezelfde_afspraak(zonder_javascript: Reis) -> None:
    reis = zonder_javascript
    reis.open("/")
    reis.knop("Begin in het Nederlands")
    reis.vul("Zoek", "pasport")
    reis.knop("Zoek")
    reis.link(re.compile("^Paspoort aanvragen"))
    reis.knop("Maak een afspraak")
    kies_aantal(reis, volwassen=1)
    geen_hulp(reis)
    reis.kop("Kies een kantoor")
    reis.knop("Kies Stadhuis Spui (Centrum)")
    reis.pagina.locator("[name=dag]").first.check(force=True)
    reis.knop("Toon de tijden van deze dag")
    kies_tijd(reis)
    vul_gegevens(reis, telefoon="", email="de.wit@voorbeeld.nl")
    code = maak(reis)
    reis.ziet(code)
    reis.ziet("Stadhuis Spui (Centrum)")


def test_een_inwoner_met_hulp_krijgt_alleen_tijden_waarop_het_kan(telefoon: Reis) -> None:
    kies_product(telefoon)
    kies_aantal(telefoon, volwassen=1)
    telefoon.kies("Ja")
    telefoon.knop("Verder")
    telefoon.kop("Wat kunnen wij voor u regelen?")
    telefoon.kies(re.compile("^Ik gebruik een rolstoel"))
    telefoon.knop("Verder")
    telefoon.ziet("Mogen wij dit bewaren? Zet een vinkje")
    telefoon.kies(re.compile("^Ja, de gemeente mag dit bewaren"))
    telefoon.knop("Verder")
    eerste_plek(telefoon)
    telefoon.ziet("U ziet alleen tijden waarop wij dit voor u kunnen regelen")
    kies_tijd(telefoon)
    vul_gegevens(telefoon)
    telefoon.ziet("Ik gebruik een rolstoel")
    maak(telefoon)
    telefoon.ziet_niet("rolstoel")


def test_wie_niet_wil_dat_wij_het_bewaren_krijgt_gewoon_een_afspraak(telefoon: Reis) -> None:
    kies_product(telefoon)
    kies_aantal(telefoon, volwassen=1)
    telefoon.kies("Ja")
    telefoon.knop("Verder")
    telefoon.kies(re.compile("^Ik kan niet lang staan"))
    telefoon.knop("Verder zonder bewaren")
    eerste_plek(telefoon)
    telefoon.ziet_niet("Ik kan niet lang staan")
    kies_tijd(telefoon)
    vul_gegevens(telefoon)
    telefoon.ziet("U vertelt het bij de ingang")
    maak(telefoon)


def test_wie_engels_kiest_leest_alles_in_het_engels(telefoon: Reis) -> None:
    telefoon.open("/")
    telefoon.knop("Start in English")
    expect(telefoon.pagina.locator("html")).to_have_attribute("lang", "en")
    telefoon.kop("What do you want to arrange?")
    telefoon.pagina.get_by_role("link", name=re.compile("passport", re.IGNORECASE)).first.click()
    telefoon.pagina.wait_for_load_state()
    telefoon.knop(re.compile("appointment", re.IGNORECASE))
    telefoon.pagina.get_by_role("combobox").last.select_option("1")
    _verder_in_het_engels(telefoon)
    telefoon.kies("No")
    _verder_in_het_engels(telefoon)
    telefoon.knop(re.compile("first free", re.IGNORECASE))
    telefoon.pagina.locator("#tijden").get_by_role("radio").first.check(force=True)
    _verder_in_het_engels(telefoon)
    telefoon.pagina.get_by_role("textbox").nth(0).fill("Smith")
    telefoon.pagina.locator("[name=telefoon]").fill("+44 7911 123456")
    _verder_in_het_engels(telefoon)
    telefoon.ziet_niet("Klopt")
    _verder_in_het_engels(telefoon)
    telefoon.ziet(re.compile("your appointment", re.IGNORECASE))
    telefoon.ziet_niet("afspraak")


def _verder_in_het_engels(reis: Reis) -> None:
    """Press the main button of the page, whatever it says."""
    knop = reis.pagina.locator("main form .utrecht-button--primary-action").last
    with reis.pagina.expect_navigation():
        knop.click()
    reis.toets()


def test_een_fout_in_de_gegevens_wordt_gezegd_en_niets_raakt_weg(telefoon: Reis) -> None:
    tot_tijd(telefoon)
    kies_tijd(telefoon)
    telefoon.vul("Achternaam", "De Wit")
    telefoon.vul("Telefoonnummer", "123")
    telefoon.knop("Controleer uw afspraak")
    expect(telefoon.pagina).to_have_title(re.compile("^Fout: "))
    expect(telefoon.veld("Achternaam")).to_have_value("De Wit")
    expect(telefoon.veld("Telefoonnummer")).to_have_value("123")
    assert telefoon.pagina.evaluate("document.activeElement.hasAttribute('data-focus')")


def test_een_vast_nummer_krijgt_geen_sms_en_dat_staat_er(telefoon: Reis) -> None:
    tot_tijd(telefoon)
    kies_tijd(telefoon)
    vul_gegevens(telefoon, telefoon="070 353 3000")
    telefoon.ziet("Hier kunnen wij geen sms naartoe sturen")
    telefoon.kies(re.compile("^Geen bericht"))
    telefoon.knop("Controleer uw afspraak")
    maak(telefoon)
    telefoon.ziet_niet("Wij sturen een bericht naar")


def test_een_tijd_die_net_is_gekozen_geeft_andere_tijden_dichtbij(telefoon: Reis, klok: Klok) -> None:
    tot_tijd(telefoon)
    keuze = telefoon.pagina.locator("#tijden").get_by_role("radio").nth(2)
    neem_alles(begin=datetime.fromisoformat(str(keuze.get_attribute("value"))), nu=klok.now())
    keuze.check(force=True)
    telefoon.knop("Verder")
    telefoon.ziet("Deze tijd is net door iemand anders gekozen")
    telefoon.ziet("Dichtbij")
    kies_tijd(telefoon)
    telefoon.kop("Uw gegevens")


def test_wie_te_lang_wacht_krijgt_de_tijd_als_die_nog_vrij_is(telefoon: Reis, klok: Klok) -> None:
    tot_tijd(telefoon)
    kies_tijd(telefoon)
    telefoon.ziet("Wij houden deze tijd voor u vast tot")
    klok.vooruit(minutes=25)
    vul_gegevens(telefoon)
    telefoon.ziet("Wij houden uw tijd niet meer vast")
    maak(telefoon)
    telefoon.ziet("Wij verwachten u op")


def test_verlengen_bewaart_wat_al_is_getypt(telefoon: Reis, klok: Klok) -> None:
    tot_tijd(telefoon)
    kies_tijd(telefoon)
    klok.vooruit(minutes=16)
    telefoon.vul("Achternaam", "Jansen")
    telefoon.knop("Houd langer vast")
    telefoon.ziet("Wij houden uw tijd langer vast")
    expect(telefoon.veld("Achternaam")).to_have_value("Jansen")


def test_dubbel_drukken_maakt_een_afspraak(telefoon: Reis) -> None:
    tot_tijd(telefoon)
    kies_tijd(telefoon)
    vul_gegevens(telefoon)
    telefoon.pagina.get_by_role("button", name="Maak de afspraak").dblclick()
    telefoon.pagina.wait_for_url(re.compile("/a/"))
    eerste = telefoon.pagina.url
    telefoon.kop(re.compile("afspraak"))
    telefoon.pagina.go_back()
    if telefoon.pagina.get_by_role("button", name="Maak de afspraak").count():
        telefoon.knop("Maak de afspraak")
        assert telefoon.pagina.url == eerste
    assert Afspraak.objects.filter(status="bevestigd").count() == 1


def test_de_terugknop_laat_zien_wat_er_al_was_gekozen(telefoon: Reis) -> None:
    tot_tijd(telefoon)
    kies_tijd(telefoon)
    vul_gegevens(telefoon, naam="Bakker")
    telefoon.pagina.go_back()
    telefoon.kop("Uw gegevens")
    telefoon.link("Terug")
    telefoon.kop("Kies een moment")
    kies_tijd(telefoon, nummer=1)
    telefoon.ziet("Bakker")
    maak(telefoon)
