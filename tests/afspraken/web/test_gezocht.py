"""A search leaves nothing of what was typed: not in an address, not in a log, not readable in the session."""

from __future__ import annotations

import re

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from afspraken.web.gezocht import MEESTE
from tests.afspraken.web.personeel import ingelogd
from tests.bouwers import Kantoorscene, een_afspraak, op

pytestmark = pytest.mark.django_db
NAAM = "Kanariegeel"
TELEFOON, LIJST, PRODUCT = "/telefoon/", "/ontvangst/loosduinen/", "/ontvangst/loosduinen/zonder-afspraak/"
ZELF = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def voor_tienen():
    """Two minutes before ten, on the day itself."""
    with time_machine.travel(op("09:58"), tick=False):
        yield


@pytest.fixture
def host(kantoor: Kantoorscene) -> Client:
    een_afspraak(kantoor, achternaam=NAAM)
    een_afspraak(kantoor, om="10:30", telefoon="06 22222222", achternaam="Jansen")
    return ingelogd("host", locatie=kantoor.locatie)


def zoek(browser: Client, pad: str, tekst: str) -> str:
    """Press Zoek; return the address that follows."""
    antwoord = browser.post(pad, {"tekst": tekst})
    assert antwoord.status_code == 302
    return str(antwoord["Location"])


def zie(browser: Client, pad: str, **koppen: str) -> str:
    return str(browser.get(pad, headers=koppen).content.decode())


@pytest.mark.parametrize("pad", [TELEFOON, LIJST, PRODUCT])
def test_wat_is_getypt_staat_in_geen_adres_en_niet_leesbaar_in_de_sessie(host, pad):
    adres = zoek(host, pad, NAAM)
    assert re.fullmatch(rf"{pad}\?zoek=[0-9a-f-]{{36}}", adres)
    assert NAAM not in str(dict(host.session))
    for _ in range(2):  # a reload, and back from another page
        assert f'value="{NAAM}"' in zie(host, adres)


@pytest.mark.parametrize("pad", [TELEFOON, LIJST, PRODUCT])
def test_een_zoekformulier_stuurt_met_post(host, pad):
    balk = re.search(r"<form[^>]*role=.search.*?</form>", zie(host, pad), re.DOTALL)
    assert balk
    assert 'method="post"' in balk[0]
    assert f'action="{pad}"' in balk[0]
    assert "csrfmiddlewaretoken" in balk[0]


@pytest.mark.parametrize("pad", [TELEFOON, LIJST, PRODUCT])
def test_een_oud_of_vreemd_adres_is_de_bladzijde_zonder_zoeken(host, pad):
    leeg = zie(host, pad)
    assert "gevonden" not in leeg
    for vraag in ("zoek=1", "zoek=", "zoek=%00", f"tekst={NAAM}"):
        bladzijde = zie(host, f"{pad}?{vraag}")
        assert "gevonden" not in bladzijde
        assert f'value="{NAAM}"' not in bladzijde


@pytest.mark.parametrize("pad", [TELEFOON, LIJST])
def test_niets_typen_is_een_zin_en_geen_zoeken(host, pad):
    antwoord = host.post(pad, {"tekst": " "})
    assert antwoord.status_code == 422
    assert "Vul in wat u zoekt" in antwoord.content.decode()


def test_een_leeg_veld_bij_producten_toont_alles(host):
    assert zoek(host, PRODUCT, "") == PRODUCT


def test_twee_vensters_zoeken_elk_iets_anders(host):
    geel, jansen = zoek(host, LIJST, NAAM), zoek(host, LIJST, "Jansen")
    for adres, wel, niet in ((geel, NAAM, "Jansen"), (jansen, "Jansen", NAAM)):
        bladzijde = zie(host, adres)
        assert f'value="{wel}"' in bladzijde
        assert f'Aanwezig<span class="visueel-verborgen"> {wel}' in bladzijde
        assert niet not in bladzijde


def test_de_oudste_zoekvraag_gaat_weg(host):
    eerst = zoek(host, LIJST, NAAM)
    for i in range(MEESTE):
        laatst = zoek(host, LIJST, f"Jansen{i}")
    assert len(host.session["gezocht"]) == MEESTE
    assert f'value="{NAAM}"' not in zie(host, eerst)
    assert f'value="Jansen{MEESTE - 1}"' in zie(host, laatst)


def test_wat_zichzelf_ververst_houdt_wat_gevonden_is(host):
    adres = zoek(host, LIJST, NAAM)
    assert f'hx-get="{adres}"' in zie(host, adres)
    vanzelf = zie(host, adres, **ZELF)
    assert "1 bezoeker gevonden" in vanzelf
    assert "Jansen" not in vanzelf


def test_met_een_nieuwe_sleutel_is_een_oude_zoekvraag_gewoon_weg(host, settings):
    adres = zoek(host, TELEFOON, NAAM)
    settings.ZEGEL_SLEUTELS = ["n" * 40]
    assert NAAM not in zie(host, adres)


def test_wie_hier_niet_hoort_zoekt_hier_niet(host):
    assert host.post("/ontvangst/segbroek/", {"tekst": NAAM}).status_code == 404
    assert ingelogd("baliemedewerker").post(reverse("telefoon_zoeken"), {"tekst": NAAM}).status_code == 403
