"""Wherever a tablet or an open balie is in the product, a call for help of its office stands on the page."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from afspraken.actions.alarm_slaan import alarm_slaan
from afspraken.models import Alarm
from locaties.models import Rol
from tests.afspraken.web.balie.scene import browser_van, een_balie_kantoor, ga_zitten
from tests.afspraken.web.personeel import een_gebruiker, ingelogd, ingelogd_als
from tests.architectuur.bestanden import bestanden, regels
from tests.bouwers import Kantoorscene, een_kantoor, op
from tests.dagbouwers import een_inloper, een_werkplek, help_

pytestmark = pytest.mark.django_db
LIJST, DEEL = "/ontvangst/loosduinen/", "/alarmen/"
ZELF = {"HX-Request": "true"}
MELDING = "Balie 2 vraagt hulp."
VAN_DE_HOST = (
    f"{LIJST}zonder-afspraak/",
    f"{LIJST}inschrijven/?product=paspoort&toch=1",
    f"{LIJST}scannen/",
    f"{LIJST}afsluiten/",
    f"{LIJST}daglijst/",
    f"{LIJST}reservenummers/",
    "/telefoon/",
    "/telefoon/boeken/",
    "/beheer/",
    "/beheer/schermen/",
    "/beheer/knelpunten/",
    "/beheer/te-regelen/",
    "/inloggen/2fa/",
    "/balie/",
)
VAN_DE_BALIE = ("doorgeven", "product", "afronden", "raadsman")
# These bring their own alarm up to date together with the rest of the page.
ZELF_BIJ = {"ontvangst/lijst.html", "ontvangst/wachtrij.html", "ontvangst/slot.html", "balie/werkplek.html"}


@pytest.fixture(autouse=True)
def klok():
    with time_machine.travel(op("10:00"), tick=False) as reiziger:
        yield reiziger


@pytest.fixture
def kantoor() -> Kantoorscene:
    return een_balie_kantoor()


@pytest.fixture
def tablet(kantoor: Kantoorscene) -> Client:
    """Of a host, who opened the list there."""
    browser = ingelogd_als(een_gebruiker("host", locatie=kantoor.locatie))
    browser.get(LIJST)
    return browser


@pytest.fixture
def alarm(kantoor: Kantoorscene) -> int:
    return alarm_slaan(werkplek_id=een_werkplek(kantoor, 1), nu=op("10:00"))


def zie(browser: Client, pad: str, **koppen: str) -> str:
    return " ".join(browser.get(pad, headers=koppen, follow=True).content.decode().split())


@pytest.mark.parametrize("pad", VAN_DE_HOST)
def test_op_elke_bladzijde_van_de_tablet_staat_het_alarm_en_leeft_het(tablet, alarm, pad):
    bladzijde = zie(tablet, pad)
    assert bladzijde.count('id="alarmen"') == 1
    assert MELDING in bladzijde
    assert f'id="alarmen" class="niet-print" hx-get="{DEEL}" hx-trigger="wachtrij from:body"' in bladzijde
    assert f'data-live="{reverse("live_kantoor", args=["loosduinen"])}"' in bladzijde


@pytest.mark.parametrize("waar", VAN_DE_BALIE)
def test_ook_op_de_andere_bladzijden_van_een_balie(kantoor, alarm, waar):
    browser = browser_van(kantoor.medewerkers[0])
    plek = ga_zitten(browser, kantoor)
    een_inloper(kantoor, "09:59")
    bezoek = help_(plek.pk, "10:00")
    pad = reverse(f"balie_{waar}", args=[bezoek.id])
    for bladzijde in (zie(browser, pad), zie(browser, "/balie/kantoor/loosduinen/")):
        assert bladzijde.count('id="alarmen"') == 1
        assert MELDING in bladzijde
        assert f'hx-get="{DEEL}"' in bladzijde


def test_geen_bladzijde_van_medewerkers_laat_het_weg():
    """Only a page that shows it itself may take its place."""
    weg = {
        "/".join(pad.parts[-2:])
        for pad in bestanden()
        if pad.suffix == ".html" and any("block alarm %}" in regel for regel in regels(pad))
    }
    assert weg - {"templates/basis_personeel.html"} == ZELF_BIJ


def test_wie_ergens_typt_antwoordt_zonder_de_bladzijde_te_verlaten(tablet, alarm):
    antwoord = reverse("ontvangst_alarm_beantwoorden", args=["loosduinen"])
    bladzijde = zie(tablet, f"{LIJST}zonder-afspraak/")
    assert f'hx-post="{antwoord}" hx-swap="none" hx-select-oob="#alarmen"' in bladzijde
    assert f'form="alarm-antwoord" name="alarm" value="{alarm}"' in bladzijde
    deel = tablet.post(antwoord, {"alarm": alarm}, headers=ZELF, follow=True)
    assert deel.request["PATH_INFO"] == DEEL
    assert MELDING not in deel.content.decode()
    assert Alarm.objects.get().beantwoord_op is not None


def test_aan_een_balie_ook(kantoor, alarm):
    browser = browser_van(kantoor.medewerkers[0])
    ga_zitten(browser, kantoor)
    assert MELDING in zie(browser, DEEL, **ZELF)
    antwoord = browser.post("/balie/alarm-beantwoorden/", {"alarm": alarm}, headers=ZELF)
    assert antwoord["Location"] == DEEL
    assert MELDING not in zie(browser, DEEL, **ZELF)


def test_het_deel_is_alleen_het_deel(tablet, alarm):
    deel = zie(tablet, DEEL, **ZELF)
    assert re.match(r'<div id="alarmen"', deel)
    assert "<html" not in deel


def test_op_slot_zegt_het_alleen_de_balie_en_blijft_staan_wat_iemand_typte(tablet, kantoor, alarm, klok):
    klok.shift(timedelta(minutes=16))
    antwoord = tablet.get(DEEL, headers=ZELF)
    deel = antwoord.content.decode()
    assert (antwoord.status_code, "HX-Refresh" in antwoord) == (200, False)
    assert "Alarm bij balie 2" in deel
    for geheim in (MELDING, kantoor.medewerkers[1].naam, "Ik ga erheen"):
        assert geheim not in deel
    assert tablet.get(LIJST)["Location"] == "/ontvangst/slot/", "asking for it was no sign of life"


def test_wie_uitgelogd_raakt_houdt_wat_er_staat(tablet, alarm, klok):
    klok.shift(timedelta(minutes=31))
    for _keer in range(2):
        antwoord = tablet.get(DEEL, headers=ZELF)
        assert (antwoord.status_code, antwoord.content, "HX-Refresh" in antwoord) == (204, b"", False)


def test_wie_in_geen_kantoor_is_ziet_niets(kantoor, alarm):
    for browser in (Client(), ingelogd("telefonist"), ingelogd("host", locatie=kantoor.locatie)):
        assert browser.get(DEEL).status_code == 204
    telefonist = ingelogd("telefonist")
    assert 'id="alarmen"' not in zie(telefonist, "/telefoon/")


def test_een_ander_kantoor_is_stil(tablet, kantoor):
    ander = een_kantoor("segbroek")
    alarm_slaan(werkplek_id=een_werkplek(ander), nu=op("10:00"))
    assert "vraagt hulp" not in zie(tablet, f"{LIJST}zonder-afspraak/")


def test_wie_geen_host_meer_is_ziet_het_niet(tablet, alarm):
    Rol.objects.all().delete()
    assert tablet.get(DEEL).status_code == 204
