"""The tablet unlocks with the own code, where the session once passed password and second factor."""

from __future__ import annotations

import time

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from afspraken.models import Bezoek
from locaties.actions.pincode_zetten import pincode_zetten
from locaties.models import Gebruiker
from locaties.queries.pincode import pincode_klopt
from tests.afspraken.web.personeel import een_gebruiker
from tests.bouwers import een_afspraak, op

pytestmark = pytest.mark.django_db
LIJST, SLOT = "/ontvangst/loosduinen/", "/ontvangst/slot/"
PINCODE = "804216"
VOLLEDIG = ("password", "mfa")


def log_in(gebruiker: Gebruiker, *wijzen: str, net_bewezen: bool = False) -> Client:
    """Return a browser whose session passed these, a moment ago once more or not."""
    browser = Client()
    browser.force_login(gebruiker)
    sessie = browser.session
    sessie["account_authentication_methods"] = [
        {"method": wijze, "at": time.time(), "reauthenticated": net_bewezen} for wijze in wijzen
    ]
    sessie["account_authentication_methods_user"] = str(gebruiker.pk)
    sessie.save()
    return browser


@pytest.fixture
def wie(kantoor) -> Gebruiker:
    een_afspraak(kantoor)
    gebruiker = een_gebruiker("host", locatie=kantoor.locatie)
    pincode_zetten(gebruiker_id=gebruiker.pk, pincode=PINCODE, nu=op("09:00"))
    return gebruiker


@pytest.fixture
def host(wie) -> Client:
    browser = log_in(wie, *VOLLEDIG)
    ga(browser, "09:30")
    return browser


def ga(browser: Client, om: str, pad: str = LIJST, **velden: str):
    with time_machine.travel(op(om), tick=False):
        return browser.post(pad, velden) if velden else browser.get(pad)


def test_met_de_pincode_gaat_de_host_verder_waar_hij_was(host):
    dicht = ga(host, "09:46", f"{LIJST}zonder-afspraak/?van=hier")
    assert dicht["Location"] == SLOT
    bladzijde = ga(host, "09:46", SLOT).content.decode()
    assert "De tablet is op slot" in bladzijde
    assert "De Wit" not in bladzijde
    assert "Afspraken</a>" not in bladzijde
    assert ga(host, "09:47", SLOT, pincode=PINCODE)["Location"] == f"{LIJST}zonder-afspraak/?van=hier"
    assert "De Wit" in ga(host, "09:47").content.decode()
    assert ga(host, "10:03").status_code == 302


def test_een_verkeerde_code_zegt_hoe_vaak_het_nog_kan_en_na_vijf_keer_is_men_uitgelogd(host):
    ga(host, "09:46")
    for over in (4, 3, 2, 1):
        antwoord = ga(host, "09:46", SLOT, pincode="123457")
        assert antwoord.status_code == 422
        assert f"nog {over} keer" in antwoord.content.decode()
    uit = ga(host, "09:46", SLOT, pincode="123457")
    assert uit["Location"].startswith(reverse("account_login"))
    assert uit["Clear-Site-Data"] == '"cache", "storage"'
    assert ga(host, "09:47")["Location"].startswith(reverse("account_login"))


def test_is_het_op_dan_helpt_ook_de_goede_code_in_een_andere_sessie_niet(host, wie):
    ander = log_in(wie, *VOLLEDIG)
    ga(ander, "09:30")
    ga(host, "09:46")
    for _ in range(5):
        ga(host, "09:46", SLOT, pincode="123457")
    ga(ander, "09:46")
    assert ga(ander, "09:46", SLOT, pincode=PINCODE)["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("wijzen", [(), ("password",), ("mfa",)])
def test_zonder_wachtwoord_en_tweede_bewijs_in_deze_sessie_werkt_de_pincode_niet(wie, wijzen):
    browser = log_in(wie, *wijzen)
    ga(browser, "09:30")
    ga(browser, "09:46")
    assert 'name="pincode"' not in ga(browser, "09:46", SLOT).content.decode()
    ga(browser, "09:46", SLOT, pincode=PINCODE)
    assert ga(browser, "09:46").status_code == 302


def test_wie_met_een_toegangssleutel_inlogde_opent_het_slot_ook_met_de_pincode(wie):
    browser = log_in(wie)
    sessie = browser.session
    sessie["account_authentication_methods"] = [{"method": "mfa", "at": time.time(), "passwordless": True}]
    sessie.save()
    ga(browser, "09:30")
    assert ga(browser, "09:46")["Location"] == SLOT
    assert ga(browser, "09:47", SLOT, pincode=PINCODE)["Location"] == LIJST


def test_zonder_pincode_blijft_het_wachtwoord(kantoor):
    browser = log_in(een_gebruiker("host", locatie=kantoor.locatie), *VOLLEDIG)
    ga(browser, "09:30")
    assert ga(browser, "09:46")["Location"] == SLOT
    bladzijde = ga(browser, "09:46", SLOT).content.decode()
    assert 'name="pincode"' not in bladzijde
    assert reverse("account_reauthenticate") in bladzijde


def test_op_slot_doet_een_knop_niets_en_komt_de_host_terug_op_zijn_bladzijde(host):
    with time_machine.travel(op("09:46"), tick=False):
        referer = f"http://testserver{LIJST}inschrijven/?product=paspoort"
        host.post(f"{LIJST}aanmelden/", {"code": "K7M4QX"}, headers={"referer": referer})
    assert not Bezoek.objects.exists()
    weer = ga(host, "09:46", SLOT, pincode=PINCODE)
    assert weer["Location"] == f"{LIJST}inschrijven/?product=paspoort"


@pytest.mark.parametrize("referer", ["https://elders.nl/ontvangst/", "http://testserver.elders.nl/x", ""])
def test_van_buiten_gaat_het_nooit_naar_buiten(host, referer):
    with time_machine.travel(op("09:46"), tick=False):
        host.post(f"{LIJST}aanmelden/", {"code": "K7M4QX"}, headers={"referer": referer})
    assert ga(host, "09:46", SLOT, pincode=PINCODE)["Location"] == reverse("ontvangst")


def test_de_tablet_is_overal_op_slot_ook_waar_men_afspraken_zoekt(host):
    assert ga(host, "09:46", reverse("telefoon_zoeken"))["Location"] == SLOT
    assert ga(host, "09:46", reverse("ontvangst_pincode"))["Location"] == SLOT


def test_een_stroom_die_zichzelf_weer_opent_houdt_de_tablet_niet_open(host):
    ga(host, "09:40", reverse("live_kantoor", args=["loosduinen"]))
    assert ga(host, "09:46")["Location"] == SLOT
    assert ga(host, "09:47", reverse("live_kantoor", args=["loosduinen"])).status_code == 204


def test_de_host_zet_de_tablet_zelf_op_slot(host):
    ga(host, "09:31", reverse("ontvangst_op_slot"), x="x")
    assert ga(host, "09:31")["Location"] == SLOT
    ga(host, "09:31", SLOT, pincode=PINCODE)
    assert ga(host, "09:31").status_code == 200


def test_open_heeft_het_slot_niets_te_vragen(host):
    assert ga(host, "09:31", SLOT)["Location"] == reverse("ontvangst")


def zet(browser: Client, eerste: str, tweede: str):
    return browser.post(reverse("ontvangst_pincode"), {"pincode": eerste, "nog_eens": tweede})


def test_de_host_stelt_een_pincode_in_en_haalt_hem_weer_weg(kantoor):
    gebruiker = een_gebruiker("host", locatie=kantoor.locatie)
    browser = log_in(gebruiker, *VOLLEDIG, net_bewezen=True)
    assert "Stel de pincode in" in browser.get(reverse("ontvangst_pincode")).content.decode()
    assert zet(browser, "804216", "804216").status_code == 302
    assert "U hebt een pincode sinds" in browser.get(reverse("ontvangst_pincode")).content.decode()
    assert pincode_klopt(gebruiker_id=gebruiker.pk, pincode="804216")
    for _ in range(2):
        assert browser.post(reverse("ontvangst_pincode_weghalen")).status_code == 302
    assert not pincode_klopt(gebruiker_id=gebruiker.pk, pincode="804216")


@pytest.mark.parametrize(
    ("eerste", "tweede", "zin"),
    [
        ("804216", "804217", "Dit zijn andere cijfers"),
        ("123456", "123456", "Kies een andere pincode"),
        ("80421", "80421", "Vul 6 cijfers in"),
        ("80421a", "80421a", "Vul 6 cijfers in"),
        ("", "", "Vul uw pincode in"),
    ],
)
def test_een_code_die_niet_kan_krijgt_een_zin_en_wordt_niet_bewaard(wie, eerste, tweede, zin):
    antwoord = zet(log_in(wie, *VOLLEDIG, net_bewezen=True), eerste, tweede)
    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()
    assert pincode_klopt(gebruiker_id=wie.pk, pincode=PINCODE)


def test_zonder_vers_bewijs_verandert_niemand_de_pincode(wie):
    antwoord = zet(log_in(wie, *VOLLEDIG), "135790", "135790")
    assert "reauthenticate" in antwoord["Location"]
    assert pincode_klopt(gebruiker_id=wie.pk, pincode=PINCODE)


def test_na_uitloggen_onthoudt_de_browser_niets(host):
    assert "Clear-Site-Data" not in ga(host, "09:31", reverse("account_logout"))
    uit = ga(host, "09:31", reverse("account_logout"), x="x")
    assert uit["Clear-Site-Data"] == '"cache", "storage"'
    assert ga(host, "09:31")["Location"].startswith(reverse("account_login"))
    assert "no-store" in ga(host, "09:31")["Cache-Control"]
