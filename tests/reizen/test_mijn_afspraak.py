"""By the link: see, move, cancel, and what was asked after a fresh code."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from afspraken.models import Afspraak

from .boeken import boek, eerste_plek, kies_aantal, kies_hulp, kies_product, kies_tijd, maak, vul_gegevens
from .reis import Reis


def test_een_inwoner_kiest_een_andere_tijd_en_houdt_dezelfde_code(telefoon: Reis) -> None:
    code = boek(telefoon)
    eerst = Afspraak.objects.get(code=code).begin
    telefoon.link(re.compile("^Kies een andere tijd"))
    telefoon.ziet("Uw tijd blijft van u tot u een nieuwe tijd hebt")
    telefoon.pagina.locator("ul.keuzes a.keuze").nth(1).click()
    telefoon.kop("Kies een andere tijd")
    telefoon.toets()
    telefoon.pagina.get_by_role("radio").first.check(force=True)
    telefoon.knop("Verzet de afspraak")
    telefoon.ziet(code)
    assert Afspraak.objects.get(code=code).begin > eerst


def test_een_inwoner_zegt_af_en_nog_eens_kijken_kan(telefoon: Reis) -> None:
    code = boek(telefoon)
    link = telefoon.pagina.url
    telefoon.link(re.compile("^Zeg de afspraak af"))
    telefoon.link("Nee, de afspraak blijft staan")
    telefoon.link(re.compile("^Zeg de afspraak af"))
    telefoon.knop("Zeg de afspraak af")
    telefoon.kop("Uw afspraak is afgezegd")
    telefoon.open(re.sub("bevestigd/$", "", link))
    telefoon.kop("Uw afspraak is afgezegd")
    assert Afspraak.objects.get(code=code).status == Afspraak.Status.GEANNULEERD


def test_zonder_javascript_verzetten_en_afzeggen(zonder_javascript: Reis) -> None:
    reis = zonder_javascript
    code = boek(reis)
    reis.link(re.compile("^Kies een andere tijd"))
    with reis.pagina.expect_navigation():
        reis.pagina.locator("ul.keuzes a.keuze").nth(1).click()
    reis.pagina.get_by_role("radio").first.check(force=True)
    reis.knop("Verzet de afspraak")
    reis.ziet(code)
    reis.link(re.compile("^Zeg de afspraak af"))
    reis.knop("Zeg de afspraak af")
    reis.kop("Uw afspraak is afgezegd")


def test_wat_wij_regelen_is_pas_te_zien_na_een_code(telefoon: Reis) -> None:
    kies_product(telefoon)
    kies_aantal(telefoon, volwassen=1)
    kies_hulp(telefoon, "Ik gebruik een rolstoel")
    eerste_plek(telefoon)
    kies_tijd(telefoon)
    vul_gegevens(telefoon)
    maak(telefoon)
    telefoon.link(re.compile("^Bekijk wat wij regelen"))
    telefoon.ziet_niet("rolstoel")
    telefoon.knop("Stuur mij een code")
    telefoon.pagina.locator("[name=code]").fill("000000")
    telefoon.knop("Verder")
    expect(telefoon.pagina).to_have_title(re.compile("^Fout: "))
    telefoon.ziet_niet("rolstoel")


def test_een_dode_link_is_een_gewone_bladzijde(telefoon: Reis) -> None:
    telefoon.open("/a/AAAAAAAAAAAAAAAAAAAAAA/")
    expect(telefoon.pagina.locator("h1")).to_have_count(1)
    telefoon.ziet("14 070")
