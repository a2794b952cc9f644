"""The phone agent of 14 070 helps a caller who has no mobile phone."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from afspraken.models import Afspraak

from .inloggen import log_in
from .reis import Reis


def test_een_beller_zonder_mobiel_krijgt_een_brief(tablet: Reis) -> None:
    log_in(tablet, "telefonist")
    code = _boek(tablet, kanaal="Op papier", telefoon="070 353 3000")
    expect(tablet.pagina.locator("article.brief")).to_contain_text(code)
    tablet.pagina.emulate_media(media="print")
    expect(tablet.pagina.locator("article.brief")).to_be_visible()
    expect(tablet.pagina.get_by_role("navigation")).to_be_hidden()
    tablet.pagina.emulate_media(media="screen")


def test_een_beller_met_hulp_geeft_mondeling_toestemming(tablet: Reis) -> None:
    log_in(tablet, "telefonist")
    _kies_product(tablet)
    tablet.kies("Ja")
    if not tablet.pagina.locator("details").evaluate("deel => deel.open"):
        tablet.pagina.locator("summary").click()
    tablet.kies(re.compile("^Ik gebruik een rolstoel"))
    tablet.knop("Verder: kies een tijd")
    tablet.ziet("Vraag om toestemming en kies ja of nee")
    tablet.kies("Ja, de inwoner zei ja")
    tablet.knop("Verder: kies een tijd")
    _rond_af(tablet, kanaal="Met een sms", telefoon="06 12345678")
    tablet.ziet("lage balie")


def test_een_vast_nummer_kan_geen_sms_krijgen(tablet: Reis) -> None:
    log_in(tablet, "telefonist")
    _kies_product(tablet)
    tablet.kies("Nee")
    tablet.knop("Verder: kies een tijd")
    _kies_tijd(tablet)
    _vul(tablet, kanaal="Met een sms", telefoon="070 353 3000")
    tablet.ziet("Hier kunnen wij geen sms naartoe sturen")


def test_zoeken_verzetten_opnieuw_sturen_en_afzeggen(tablet: Reis) -> None:
    log_in(tablet, "telefonist")
    code = _boek(tablet, kanaal="Met een sms", telefoon="06 12345678")
    eerst = Afspraak.objects.get(code=code).begin
    tablet.open("/telefoon/")
    tablet.vul("Naam, afspraakcode", code)
    tablet.knop("Zoek")
    tablet.link(re.compile("^Bekijk"))
    tablet.knop(re.compile("opnieuw", re.IGNORECASE))
    tablet.ziet("De bevestiging gaat nog een keer weg")
    tablet.link(re.compile("andere tijd", re.IGNORECASE))
    tablet.link(re.compile(r"^di .* tijden vrij$"))
    tablet.knop(re.compile("^Verzet naar"))
    tablet.ziet("De afspraak heeft een nieuwe tijd")
    assert Afspraak.objects.get(code=code).begin > eerst
    tablet.link(re.compile("^Zeg|afzeggen", re.IGNORECASE))
    tablet.kies("De gemeente")
    tablet.knop("Zeg de afspraak af")
    tablet.ziet("Zegt de gemeente af? Schrijf dan op waarom")
    tablet.vul("Reden", "Het kantoor is die dag dicht")
    tablet.knop("Zeg de afspraak af")
    tablet.ziet("De afspraak is afgezegd")


def _boek(reis: Reis, *, kanaal: str, telefoon: str) -> str:
    _kies_product(reis)
    reis.kies("Nee")
    reis.knop("Verder: kies een tijd")
    return _rond_af(reis, kanaal=kanaal, telefoon=telefoon)


def _rond_af(reis: Reis, *, kanaal: str, telefoon: str) -> str:
    _kies_tijd(reis)
    _vul(reis, kanaal=kanaal, telefoon=telefoon)
    reis.kop("Lees voor en controleer")
    reis.knop("Maak de afspraak")
    return Afspraak.objects.get(status=Afspraak.Status.BEVESTIGD).code


def _kies_product(reis: Reis) -> None:
    reis.knop(re.compile("Nieuwe afspraak"))
    reis.veld("Kies een product").select_option(label="Paspoort aanvragen")
    reis.knop("Bekijk en voeg toe")
    reis.ziet("Vertel dit")
    reis.vul("18 jaar of ouder", "1")
    reis.knop("Voeg toe")


def _kies_tijd(reis: Reis) -> None:
    reis.kop("Waar en wanneer?")
    reis.link(re.compile("^Kies Stadhuis Spui"))
    reis.knop(re.compile(r"^Kies \d\d:\d\d"))


def _vul(reis: Reis, *, kanaal: str, telefoon: str) -> None:
    reis.vul("Achternaam", "Van Dijk")
    reis.kies(kanaal)
    reis.vul("Telefoonnummer", telefoon)
    reis.knop("Verder: lees het voor")
