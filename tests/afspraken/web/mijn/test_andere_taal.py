"""Another language half-way a page behind the link: what was typed stays, and nothing was sent."""

from __future__ import annotations

from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from afspraken.actions.afspraak_maken import Gemaakt
from afspraken.actions.bezoeker_aanmelden import bezoeker_aanmelden
from afspraken.models import Afspraak, Bericht, Beurtsms, Bezoek
from afspraken.queries.bon import bon
from tests.afspraken.web.taalknop import kies_andere_taal
from tests.bouwers import DINSDAG, NU, Kantoorscene, een_afspraak, een_behoefte, op
from tests.dagbouwers import een_inloper
from toegankelijkheid.models import Afstemming

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    return Client(headers={"accept-language": "nl"})


@pytest.fixture(autouse=True)
def klok():
    with time_machine.travel(NU, tick=False) as reiziger:
        yield reiziger


@pytest.fixture
def gemaakt(kantoor: Kantoorscene) -> Gemaakt:
    return een_afspraak(kantoor, om="10:00")


def _wissel(client: Client, naam: str, *delen: object, **getypt: Any):
    """Switch; the page is the same one in English and without errors."""
    antwoord = kies_andere_taal(client, reverse(naam, args=delen), **getypt)
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert antwoord.request["PATH_INFO"] == reverse(naam, args=delen)
    assert '<html lang="en"' in tekst
    assert 'class="fouten"' not in tekst
    return antwoord.staat


def test_de_code_van_de_poster(client, gemaakt):
    assert _wissel(client, "mijn_aanmelden", gemaakt.link, kantoor="loos") == {"kantoor": ["loos"]}
    assert not Bezoek.objects.exists()


def test_een_halve_code(client, gemaakt):
    assert _wissel(client, "mijn_code", gemaakt.link, code="12") == {"code": ["12"]}


def test_de_code_die_de_afspraak_zeker_maakt(client, kantoor, settings):
    settings.BEVESTIGEN_MET_CODE = True
    link = een_afspraak(kantoor, herkomst="site").link
    code = Bericht.objects.get(soort="code").gegevens["verificatiecode"]
    assert _wissel(client, "mijn_afspraak_bevestigen", link, code=code) == {"code": [code]}
    assert Afspraak.objects.get().status == "voorlopig"


def test_een_andere_tijd(client, gemaakt):
    begin = op("11:05").isoformat()
    delen = (gemaakt.link, "loosduinen", DINSDAG.isoformat())
    assert _wissel(client, "mijn_tijd_kiezen", *delen, begin=begin) == {"begin": [begin]}
    assert Afspraak.objects.get().begin == op("10:00")


def test_wat_wij_kunnen_regelen(client, gemaakt):
    for code in ("rolstoel", "lage_balie"):
        een_behoefte(code)
    client.post(reverse("mijn_code_sturen", args=[gemaakt.link]))
    code = Bericht.objects.get(soort="code").gegevens["verificatiecode"]
    client.post(reverse("mijn_code", args=[gemaakt.link]), {"code": code})
    staat = _wissel(client, "mijn_behoeften", gemaakt.link, behoeften=["lage_balie"], toestemming="on")
    assert staat == {"behoeften": ["lage_balie"], "toestemming": ["on"]}
    assert not Afstemming.objects.exists()


def test_een_nummer_voor_een_sms_in_de_hal(client, kantoor, klok):
    klok.move_to(op("09:35"), tick=False)
    link = bon(bezoek_id=een_inloper(kantoor).id, locatie_id=kantoor.locatie.id).link
    assert _wissel(client, "mijn_bezoek", link, telefoon="06 12") == {"telefoon": ["06 12"]}
    assert not Beurtsms.objects.exists()


def test_een_ander_nummer_is_te_zien_ook_als_het_niet_hoeft(client, gemaakt, klok):
    klok.move_to(op("09:50"), tick=False)
    bezoeker_aanmelden(afspraak_id=gemaakt.afspraak_id, nu=op("09:50"), rol="host")
    assert _wissel(client, "mijn_bezoek", gemaakt.link, telefoon="06 12") == {"telefoon": ["06 12"]}
    antwoord = kies_andere_taal(client, reverse("mijn_bezoek", args=[gemaakt.link]), telefoon="06 12")
    assert '<details class="uitklap" open>' in antwoord.content.decode()
