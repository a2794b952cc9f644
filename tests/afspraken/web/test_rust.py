"""Staff who rest too long are logged out, and read why; what refreshes itself keeps nobody logged in."""

from __future__ import annotations

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from tests.afspraken.web.personeel import een_gebruiker, ingelogd
from tests.bouwers import op

pytestmark = pytest.mark.django_db
PAD = "/telefoon/"
ZELF = {"HX-Request": "true"}
WACHTWOORD = "een-lang-wachtwoord"


@pytest.fixture
def browser() -> Client:
    browser = ingelogd("telefonist")
    assert kijk(browser, "08:00").status_code == 200
    return browser


def kijk(browser: Client, om: str, pad: str = PAD, **koppen: str):
    with time_machine.travel(op(om), tick=False):
        return browser.get(pad, headers=koppen)


def test_na_een_half_uur_rust_is_men_uitgelogd_en_leest_waarom(browser):
    assert kijk(browser, "08:29").status_code == 200
    dicht = kijk(browser, "08:59", "/telefoon/?zoek=1")
    assert dicht["Location"] == "/inloggen/login/?next=%2Ftelefoon%2F%3Fzoek%3D1&rust=kijken"
    assert dicht["Clear-Site-Data"] == '"cache"'
    assert "Daarom bent u uitgelogd" in kijk(browser, "08:59", dicht["Location"]).content.decode()
    assert kijk(browser, "08:59").status_code == 302
    assert Session.objects.filter(session_key=browser.session.session_key).count() == 0


def test_wie_werkt_blijft_ingelogd_tot_tien_uur_na_het_begin(browser):
    for uur in range(8, 18):
        for minuut in ("05", "30", "55"):
            assert kijk(browser, f"{uur:02}:{minuut}").status_code == 200
    assert kijk(browser, "18:00").status_code == 302


def test_wat_zichzelf_ververst_is_geen_teken_van_leven(browser):
    assert kijk(browser, "08:20", **ZELF).status_code == 200
    vanzelf = kijk(browser, "08:30", **ZELF)
    assert (vanzelf.status_code, vanzelf["HX-Refresh"], vanzelf.content) == (204, "true", b"")
    assert kijk(browser, "08:30").status_code == 302


def test_wie_te_laat_iets_verstuurt_leest_dat_het_niet_verstuurd_is(browser):
    formulier = reverse("telefoon_boeken")
    with time_machine.travel(op("08:31"), tick=False):
        antwoord = browser.post(
            reverse("telefoon_boeken_opnieuw"), headers={"referer": f"http://testserver{formulier}"}
        )
        assert antwoord["Location"] == "/inloggen/login/?next=%2Ftelefoon%2Fboeken%2F&rust=versturen"
        assert "is niet verstuurd" in browser.get(antwoord["Location"]).content.decode()


@pytest.mark.parametrize(("pad", "antwoord"), [("/alarmen/", 204), ("/live/kantoor/loosduinen/", 403)])
def test_wat_alleen_meekijkt_verzwijgt_niet_dat_de_volgende_knop_te_laat_is(browser, pad, antwoord):
    assert kijk(browser, "08:31", pad, **ZELF).status_code == antwoord
    with time_machine.travel(op("08:31"), tick=False):
        dicht = browser.post(PAD, headers={"referer": f"http://testserver{PAD}"})
    assert dicht["Location"] == "/inloggen/login/?next=%2Ftelefoon%2F&rust=versturen"
    assert kijk(browser, "08:31").status_code == 302


def test_een_vreemde_verwijzing_stuurt_niemand_ergens_anders_heen(browser):
    with time_machine.travel(op("08:31"), tick=False):
        antwoord = browser.post(PAD, headers={"referer": "https://kwaad.example/beheer/"})
    assert antwoord["Location"] == "/inloggen/login/?next=%2Fbeheer%2F&rust=versturen"


def test_bij_het_inloggen_krijgt_de_sessie_een_nieuwe_sleutel():
    gebruiker = een_gebruiker("telefonist", tweede_factor=False)
    gebruiker.set_password(WACHTWOORD)
    gebruiker.save()
    browser = Client()
    browser.get(reverse("product_kiezen"))
    sessie = browser.session
    sessie["ervoor"] = 1
    sessie.save()
    ervoor = str(sessie.session_key)
    browser.cookies.load({"sessie": ervoor})
    browser.post(reverse("account_login"), {"login": gebruiker.username, "password": WACHTWOORD})
    assert browser.session.session_key != ervoor
    assert not Session.objects.filter(session_key=ervoor).exists()
