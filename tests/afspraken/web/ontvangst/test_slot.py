"""A tablet that nobody touches shows less and less."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import quote

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from afspraken.models import Bezoek
from tests.afspraken.web.personeel import een_gebruiker, ingelogd_als
from tests.bouwers import een_afspraak, een_behoefte, op

pytestmark = pytest.mark.django_db
LIJST, SLOT = "/ontvangst/loosduinen/", "/ontvangst/slot/"
ZELF = {"HX-Request": "true"}
WACHTWOORD = "een-lang-wachtwoord"


@pytest.fixture
def host(kantoor) -> Client:
    een_behoefte("kanarie", roepwijze="ophalen")
    een_afspraak(kantoor, behoeften=("kanarie",))
    gebruiker = een_gebruiker("host", locatie=kantoor.locatie)
    gebruiker.set_password(WACHTWOORD)
    gebruiker.save()
    browser = ingelogd_als(gebruiker)
    kijk(browser, "09:30")
    return browser


def naar_het_wachtwoord(bladzijde: str) -> str:
    """Return the address of the link on the page of the lock."""
    gevonden = re.search(rf'href="({reverse("account_reauthenticate")}[^"]*)"', bladzijde)
    assert gevonden
    return unescape(gevonden[1])


def kijk(browser: Client, om: str, **koppen: str):
    with time_machine.travel(op(om), tick=False):
        return browser.get(LIJST, headers=koppen)


def test_na_twee_minuten_rust_verdwijnen_de_merktekens_en_een_tik_brengt_ze_terug(host):
    assert "Ophalen bij ingang" in kijk(host, "09:31", **ZELF).content.decode()
    stil = kijk(host, "09:32", **ZELF).content.decode()
    assert "Ophalen bij ingang" not in stil
    assert "Toon wat klaar moet staan" in stil
    assert "De Wit" in stil
    assert "Ophalen bij ingang" in kijk(host, "09:33").content.decode()


def test_na_een_kwartier_rust_is_de_lijst_dicht(host):
    assert kijk(host, "09:44", **ZELF).status_code == 200
    vanzelf = kijk(host, "09:45", **ZELF)
    assert (vanzelf.status_code, vanzelf["HX-Refresh"], vanzelf.content) == (204, "true", b"")
    dicht = kijk(host, "09:46")
    assert dicht.status_code == 302
    assert dicht["Location"] == SLOT


def test_wie_werkt_houdt_de_lijst_open(host):
    for om in ("09:40", "09:50", "10:00"):
        assert kijk(host, om).status_code == 200


def test_op_slot_doet_een_knop_niets(host):
    adres = reverse("ontvangst_aanmelden", args=["loosduinen"])
    with time_machine.travel(op("09:50"), tick=False):
        antwoord = host.post(adres, {"code": "K7M4QX"})
        assert antwoord["Location"] == SLOT
    assert not Bezoek.objects.exists()


@pytest.mark.parametrize("naam", ["product", "inschrijven", "daglijst", "reservenummers"])
def test_op_slot_is_elke_bladzijde_dicht(host, naam):
    with time_machine.travel(op("09:50"), tick=False):
        antwoord = host.get(reverse(f"ontvangst_{naam}", args=["loosduinen"]), {"product": "paspoort"})
    assert antwoord["Location"] == SLOT


def test_met_het_wachtwoord_gaat_de_host_verder(host):
    with time_machine.travel(op("09:50"), tick=False):
        bladzijde = host.get(LIJST, follow=True).content.decode()
        assert "De Wit" not in bladzijde
        adres = naar_het_wachtwoord(bladzijde)
        assert adres == f"{reverse('account_reauthenticate')}?next={quote(LIJST, safe='')}"
        fout = host.post(adres, {"password": "mis", "next": LIJST})
        assert fout.status_code == 200
        assert host.get(LIJST).status_code == 302
        assert host.post(adres, {"password": WACHTWOORD, "next": LIJST})["Location"] == LIJST
        assert "De Wit" in host.get(LIJST).content.decode()
    assert kijk(host, "10:06").status_code == 302


def test_ook_de_catalogus_is_dan_dicht(host, kantoor):
    beheerder = een_gebruiker("host", "beheerder", locatie=kantoor.locatie)
    beheerder.is_staff = beheerder.is_superuser = True
    beheerder.save()
    browser = ingelogd_als(beheerder)
    kijk(browser, "09:30")
    with time_machine.travel(op("09:40"), tick=False):
        assert browser.get(reverse("admin:index")).status_code == 200
    with time_machine.travel(op("09:56"), tick=False):
        antwoord = browser.get(reverse("admin:index"))
        assert antwoord["Location"] == SLOT


def test_wie_lang_iemand_helpt_houdt_de_balie_open(kantoor):
    browser = ingelogd_als(een_gebruiker("host", "baliemedewerker", locatie=kantoor.locatie))
    kijk(browser, "09:30")
    with time_machine.travel(op("09:50"), tick=False):
        assert browser.get(reverse("balie")).status_code == 200
    assert kijk(browser, "09:50").status_code == 302


def test_wie_zelf_op_slot_zet_sluit_ook_de_balie(kantoor):
    browser = ingelogd_als(een_gebruiker("host", "baliemedewerker", locatie=kantoor.locatie))
    kijk(browser, "09:30")
    with time_machine.travel(op("09:40"), tick=False):
        browser.post(reverse("ontvangst_op_slot"))
        antwoord = browser.get(reverse("balie"))
        assert antwoord.status_code == 302
        assert antwoord["Location"] == SLOT
