"""A locked tablet shows one thing: at which balie of its office somebody asks for help."""

from __future__ import annotations

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from afspraken.actions.alarm_beantwoorden import alarm_beantwoorden
from afspraken.actions.alarm_slaan import alarm_slaan
from locaties.actions.pincode_zetten import pincode_zetten
from locaties.models import Gebruiker
from tests.afspraken.web.personeel import een_gebruiker, ingelogd, ingelogd_als
from tests.bouwers import Kantoorscene, een_afspraak, een_kantoor, op
from tests.dagbouwers import een_inloper, een_werkplek

pytestmark = pytest.mark.django_db
LIJST, SLOT = "/ontvangst/loosduinen/", "/ontvangst/slot/"
ZELF = {"HX-Request": "true"}
PINCODE = "804216"
MELDING = "Alarm bij balie 1"


@pytest.fixture(autouse=True)
def tien_uur():
    with time_machine.travel(op("10:00"), tick=False):
        yield


@pytest.fixture
def wie(kantoor: Kantoorscene) -> Gebruiker:
    een_afspraak(kantoor)
    een_inloper(kantoor, "09:50")
    return een_gebruiker("host", locatie=kantoor.locatie)


@pytest.fixture
def tablet(wie) -> Client:
    """Locked on the page for who has no appointment."""
    browser = ingelogd_als(wie)
    browser.get(f"{LIJST}zonder-afspraak/")
    browser.post(reverse("ontvangst_op_slot"))
    browser.get(f"{LIJST}zonder-afspraak/")
    return browser


def zie(browser: Client, pad: str = SLOT, **koppen: str) -> str:
    return " ".join(browser.get(pad, headers=koppen).content.decode().split())


def sla(kantoor: Kantoorscene, balie: int = 0) -> int:
    return alarm_slaan(werkplek_id=een_werkplek(kantoor, balie), nu=op("10:00"))


@pytest.mark.parametrize("pincode", ["", PINCODE])
def test_op_slot_staat_welke_balie_hulp_vraagt_en_niets_over_mensen(tablet, wie, kantoor, pincode):
    if pincode:
        pincode_zetten(gebruiker_id=wie.pk, pincode=pincode, nu=op("09:00"))
    assert MELDING not in zie(tablet)
    sla(kantoor)
    for bladzijde in (zie(tablet), zie(tablet, **ZELF)):
        assert MELDING in bladzijde
        assert "De tablet is op slot" in bladzijde
        for geheim in ("De Wit", "B 1", kantoor.medewerkers[0].naam, "Ik ga erheen", "vraagt hulp"):
            assert geheim not in bladzijde


def test_de_bladzijde_van_het_slot_hoort_dat_er_iets_verandert(tablet):
    bladzijde = zie(tablet)
    assert f'data-live="{reverse("live_kantoor", args=["loosduinen"])}"' in bladzijde
    assert f'id="alarmen" hx-get="{SLOT}" hx-trigger="wachtrij from:body" hx-select="#alarmen"' in bladzijde


def test_ook_wat_het_slot_ververst_is_geen_teken_van_leven(tablet):
    zie(tablet, **ZELF)
    assert tablet.get(LIJST)["Location"] == SLOT


def test_antwoorden_vraagt_eerst_de_pincode_en_daarna_staat_de_knop_er(tablet, wie, kantoor):
    pincode_zetten(gebruiker_id=wie.pk, pincode=PINCODE, nu=op("09:00"))
    alarm = sla(kantoor)
    antwoord = reverse("ontvangst_alarm_beantwoorden", args=["loosduinen"])
    assert tablet.post(antwoord, {"alarm": alarm})["Location"] == SLOT
    assert MELDING in zie(tablet)
    assert tablet.post(SLOT, {"pincode": PINCODE})["Location"] == LIJST
    assert "Ik ga erheen" in zie(tablet, LIJST)
    tablet.post(antwoord, {"alarm": alarm})
    assert "vraagt hulp" not in zie(tablet, LIJST)


def test_zonder_pincode_wijst_het_wachtwoord_de_weg_naar_de_lijst(tablet, kantoor):
    assert "next=%2Fontvangst%2Floosduinen%2Fzonder-afspraak%2F" in zie(tablet)
    sla(kantoor)
    assert "next=%2Fontvangst%2Floosduinen%2F&quot;" not in zie(tablet)
    assert f'{reverse("account_reauthenticate")}?next=%2Fontvangst%2Floosduinen%2F"' in zie(tablet)


def test_zonder_alarm_gaat_de_host_verder_waar_hij_was(tablet, wie, kantoor):
    pincode_zetten(gebruiker_id=wie.pk, pincode=PINCODE, nu=op("09:00"))
    alarm_beantwoorden(alarm_id=sla(kantoor), door="Farida", nu=op("10:00"))
    assert MELDING not in zie(tablet)
    assert tablet.post(SLOT, {"pincode": PINCODE})["Location"] == f"{LIJST}zonder-afspraak/"


def test_een_ander_kantoor_is_stil(tablet, kantoor):
    sla(een_kantoor("segbroek"))
    assert MELDING not in zie(tablet)


def test_wie_twee_kantoren_heeft_ziet_het_kantoor_waar_de_tablet_staat(kantoor):
    ander = een_kantoor("segbroek")
    sla(ander)
    browser = ingelogd("planner")
    browser.get("/ontvangst/segbroek/")
    assert browser.get("/ontvangst/bestaat-niet/").status_code == 404
    browser.post(reverse("ontvangst_op_slot"))
    assert MELDING in zie(browser)


def test_een_knop_op_de_tablet_zonder_kantoor_laat_niets_zien(kantoor):
    """Only the page of the own code was opened: nobody knows in which office it stands."""
    sla(kantoor)
    browser = ingelogd("planner")
    browser.get(reverse("ontvangst_pincode"))
    browser.post(reverse("ontvangst_op_slot"))
    bladzijde = zie(browser)
    assert "De tablet is op slot" in bladzijde
    assert MELDING not in bladzijde
    assert "data-live" not in bladzijde
