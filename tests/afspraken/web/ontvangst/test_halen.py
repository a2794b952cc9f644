"""The tasks on top of the tablet, and who may see them."""

from __future__ import annotations

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from afspraken.models import Haaltaak
from tests.afspraken.web.personeel import ingelogd
from tests.bouwers import een_behoefte, een_kantoor, op
from tests.dagbouwers import een_bezoeker, een_werkplek, roep

pytestmark = pytest.mark.django_db
LIJST = "/ontvangst/loosduinen/"


@pytest.fixture
def host(kantoor) -> Client:
    een_behoefte("kanarie", roepwijze="ophalen")
    een_bezoeker(kantoor, "10:00", "09:55", behoeften=("kanarie",))
    roep(een_werkplek(kantoor), "10:00")
    return ingelogd("host", locatie=kantoor.locatie)


def kijk(browser: Client, om: str, **koppen: str) -> str:
    with time_machine.travel(op(om), tick=False):
        return browser.get(LIJST, headers=koppen).content.decode()


def druk(browser: Client, naam: str, om: str = "10:01", kantoor: str = "loosduinen", **velden: str):
    with time_machine.travel(op(om), tick=False):
        return browser.post(reverse(f"ontvangst_{naam}", args=[kantoor]), velden)


def test_wie_is_geroepen_en_wordt_gehaald_staat_bovenaan_met_de_balie(host):
    bladzijde = kijk(host, "10:01")
    assert "A 1 naar balie 1" in bladzijde
    assert "Er is 1 bezoeker om te halen." in bladzijde
    assert "kanarie" not in bladzijde


def test_twee_keer_drukken_is_een_keer_en_terugdraaien_ook(host):
    taak = str(Haaltaak.objects.get().id)
    for _ in range(2):
        assert druk(host, "gehaald", taak=taak)["Location"] == LIJST
    assert "A 1 is gehaald" in kijk(host, "10:01")
    for _ in range(2):
        assert druk(host, "niet_gehaald", taak=taak)["Location"] == LIJST
    assert "A 1 naar balie 1" in kijk(host, "10:01")
    assert Haaltaak.objects.count() == 1


def test_na_twee_minuten_rust_staat_er_nog_dat_er_iemand_is_maar_niet_wie(host):
    kijk(host, "10:00")
    stil = kijk(host, "10:03", **{"HX-Request": "true"})
    assert "Er is 1 bezoeker om te halen." in stil
    assert "naar balie 1" not in stil
    assert "naar balie 1" in kijk(host, "10:04")


def test_een_host_van_elders_haalt_hier_niemand(host):
    elders = ingelogd("host", locatie=een_kantoor("segbroek").locatie)
    taak = str(Haaltaak.objects.get().id)
    assert druk(elders, "gehaald", taak=taak).status_code == 404
    assert druk(elders, "gehaald", kantoor="segbroek", taak=taak).status_code == 409
    assert Haaltaak.objects.get().gedaan_op is None


@pytest.mark.parametrize("velden", [{}, {"taak": "x"}, {"taak": "\x00"}])
def test_een_raar_formulier_gaat_terug_naar_de_lijst(host, velden):
    for naam in ("gehaald", "niet_gehaald"):
        assert druk(host, naam, **velden)["Location"] == LIJST
