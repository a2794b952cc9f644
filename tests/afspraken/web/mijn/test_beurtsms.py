"""The button under the own number: an SMS when it is my turn."""

from __future__ import annotations

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from afspraken.actions.bezoeker_aanmelden import bezoeker_aanmelden
from afspraken.models import Beurtsms, Bezoek
from afspraken.queries.bon import bon
from afspraken.queries.sms_nummer import nummer_van
from tests.afspraken.web.engels import is_engels
from tests.bouwers import Kantoorscene, een_afspraak, op
from tests.dagbouwers import een_inloper, een_werkplek, help_

pytestmark = pytest.mark.django_db
KNOP = "Stuur mij een sms als ik aan de beurt ben"


@pytest.fixture(autouse=True)
def in_de_hal():
    with time_machine.travel(op("09:35"), tick=False):
        yield


@pytest.fixture
def telefoon() -> Client:
    return Client(headers={"accept-language": "nl"})


@pytest.fixture
def link(kantoor: Kantoorscene) -> str:
    """Of a ticket without an appointment."""
    return bon(bezoek_id=een_inloper(kantoor).id, locatie_id=kantoor.locatie.id).link


def vraag(telefoon: Client, link: str, nummer: str = ""):
    return telefoon.post(reverse("mijn_beurtsms_vragen", args=[link]), {"telefoon": nummer}, follow=True)


def kijk(telefoon: Client, link: str) -> str:
    return telefoon.get(reverse("mijn_bezoek", args=[link])).content.decode()


def test_met_een_nummer_komt_er_een_sms_en_stoppen_kan_altijd(telefoon, link):
    assert KNOP in kijk(telefoon, link)
    bladzijde = vraag(telefoon, link, "06 1234 5678").content.decode()
    assert "U krijgt een sms op het nummer dat eindigt op 678." in bladzijde
    assert "1234" not in bladzijde
    assert KNOP not in bladzijde
    stop = reverse("mijn_beurtsms_stoppen", args=[link])
    assert KNOP in telefoon.post(stop, follow=True).content.decode()
    assert not Beurtsms.objects.exists()


def test_wie_een_mobiel_nummer_gaf_bij_de_afspraak_hoeft_alleen_te_tikken(telefoon, kantoor):
    gemaakt = een_afspraak(kantoor, om="09:40", telefoon="06 87654321")
    bezoeker_aanmelden(afspraak_id=gemaakt.afspraak_id, nu=op("09:35"), rol="host")
    assert "naar het nummer dat eindigt op 321" in kijk(telefoon, gemaakt.link)
    assert "eindigt op 321" in vraag(telefoon, gemaakt.link).content.decode()
    assert nummer_van(Beurtsms.objects.get()) == "+31687654321"


def test_wie_geen_mobiel_nummer_gaf_vult_er_een_in(telefoon, kantoor):
    gemaakt = een_afspraak(kantoor, om="09:40", telefoon="070 353 30 00", kanaal="papier")
    bezoeker_aanmelden(afspraak_id=gemaakt.afspraak_id, nu=op("09:35"), rol="host")
    assert "eindigt op" not in kijk(telefoon, gemaakt.link)
    antwoord = vraag(telefoon, gemaakt.link)
    assert antwoord.status_code == 422
    assert "Vul een mobiel nummer in. Daar sturen wij de sms naartoe." in antwoord.content.decode()


def test_wie_te_veel_vraagt_krijgt_een_zin(telefoon, kantoor):
    for _keer in range(3):
        een_inloper(kantoor, telefoon="06 12345678")
    laatste = bon(bezoek_id=een_inloper(kantoor).id, locatie_id=kantoor.locatie.id).link
    antwoord = vraag(telefoon, laatste, "06 12345678")
    assert antwoord.status_code == 409
    assert "Naar dit nummer sturen wij nu geen sms meer." in antwoord.content.decode()


@pytest.mark.parametrize(
    ("getypt", "status", "zin"),
    [
        ("", 422, "Vul een mobiel nummer in"),
        ("06 123", 422, "Dit telefoonnummer klopt niet"),
        ("070 353 30 00", 422, "Hier kunnen wij geen sms naartoe sturen"),
        ("9" * 41, 422, "Gebruik ten hoogste 40 tekens"),
    ],
)
def test_wat_niet_kan_krijgt_een_zin_en_wat_getypt_is_blijft_staan(telefoon, link, getypt, status, zin):
    antwoord = vraag(telefoon, link, getypt)
    bladzijde = antwoord.content.decode()
    assert antwoord.status_code == status
    assert zin in bladzijde
    assert f'value="{getypt}"' in bladzijde or not getypt
    assert "B 1" in bladzijde


def test_kijken_verandert_niets(telefoon, link):
    for naam in ("mijn_beurtsms_vragen", "mijn_beurtsms_stoppen"):
        antwoord = telefoon.get(reverse(naam, args=[link]))
        assert antwoord["Location"] == reverse("mijn_bezoek", args=[link])
    assert telefoon.post(reverse("mijn_beurtsms_vragen", args=["x" * 22])).status_code == 404
    assert telefoon.post(reverse("mijn_beurtsms_stoppen", args=["x" * 22])).status_code == 404


def test_wie_aan_de_balie_staat_ziet_de_knop_niet_meer(telefoon, link, kantoor):
    help_(een_werkplek(kantoor), "09:35", Bezoek.objects.get().id)
    assert KNOP not in kijk(telefoon, link)


def test_het_staat_er_ook_in_het_engels(link):
    engels = Client(headers={"accept-language": "en"})
    assert "Send me a text message when it is my turn" in kijk(engels, link)
    assert "We cannot send a text message" in vraag(engels, link, "070 353 30 00").content.decode()
    is_engels(kijk(engels, link))
