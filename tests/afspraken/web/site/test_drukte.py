"""How busy it is, before leaving home: pages and JSON, for everybody, in two languages."""

from __future__ import annotations

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from afspraken.actions.verwachtingen_bijwerken import verwachtingen_bijwerken
from afspraken.queries.drukte import alle_drukte
from locaties.models import Openingstijd, Sluiting
from tests.bouwers import DINSDAG, Kantoorscene, een_kantoor, op
from tests.dagbouwers import een_inloper, een_werkplek, help_
from tests.verwachtingbouwers import ververst

pytestmark = pytest.mark.django_db
DRUK = {"soort": "venster", "p50": 1000, "van": 10, "tot": 25}


@pytest.fixture(autouse=True)
def inloop(kantoor: Kantoorscene) -> None:
    Openingstijd.objects.update(soort="beide")


def lees(pad: str, om: str, taal: str = "nl") -> str:
    with time_machine.travel(op(om), tick=False):
        antwoord = Client(headers={"accept-language": taal}).get(pad)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def json(om: str):
    with time_machine.travel(op(om), tick=False):
        return Client().get(reverse("drukte_json", args=["loosduinen"]))


@pytest.mark.parametrize(
    ("nieuw", "zin", "engels"),
    [
        ({"soort": "venster", "p50": 0, "van": 0, "tot": 5}, "Rustig", "Quiet"),
        ({"soort": "venster", "p50": 299, "van": 0, "tot": 10}, "hoogstens 10 minuten", "10 minutes at most"),
        ({"soort": "venster", "p50": 500, "van": 5, "tot": 15}, "Gewoon", "Normal"),
        (DRUK, "ongeveer 10 tot 25 minuten", "about 10 to 25 minutes"),
        ({"soort": "venster", "p50": 4000, "van": 60, "tot": 80}, "meer dan een uur", "more than an hour"),
        ({"soort": "geen_collega"}, "Nu geen collega voor mensen zonder", "No colleague now"),
        ({"soort": "na_sluiting"}, "lukt het waarschijnlijk niet meer", "Probably not possible"),
    ],
)
def test_rustig_gewoon_of_druk_en_hoe_lang_u_wacht(
    kantoor: Kantoorscene, nieuw: dict[str, object], zin: str, engels: str
) -> None:
    ververst(kantoor, "10:00", nieuw={"B": nieuw})
    een = reverse("drukte", args=["loosduinen"])
    assert zin in lees(een, "10:01")
    assert engels in lees(een, "10:01", "en")
    alle = lees(reverse("alle_drukte"), "10:01")
    assert zin in alle
    assert "Zonder afspraak open tot 12.00 uur. Bijgewerkt om 10.00 uur." in alle


def test_zonder_verse_verwachting_zeggen_we_dat_we_het_niet_weten(kantoor: Kantoorscene) -> None:
    ververst(kantoor, "10:00", nieuw={"B": DRUK})
    bladzijde = lees(reverse("alle_drukte"), "10:03")
    assert "Wij weten nu niet hoe druk het is" in bladzijde
    assert "25 minuten" not in bladzijde


def test_dicht_zegt_wanneer_het_weer_open_gaat(kantoor: Kantoorscene) -> None:
    een = reverse("drukte", args=["loosduinen"])
    assert "Nu dicht" in lees(een, "08:00")
    assert "Vandaag open om 9.00 uur." in lees(een, "08:00")
    assert "Open op dinsdag 10 november 2026 om 9.00 uur." in lees(een, "13:00")
    Sluiting.objects.create(locatie=kantoor.locatie, van=DINSDAG, tot_en_met=DINSDAG, reden="verhuizing")
    assert "Open op dinsdag 10 november 2026 om 9.00 uur." in lees(een, "10:00")


def test_alleen_met_afspraak_is_geen_dicht(kantoor: Kantoorscene) -> None:
    ververst(kantoor, "10:00", nieuw={"B": DRUK})
    Openingstijd.objects.update(soort="afspraak")
    bladzijde = lees(reverse("drukte", args=["loosduinen"]), "10:01")
    assert "Nu alleen met een afspraak" in bladzijde
    assert "Druk</p>" not in bladzijde
    assert "Hier kunt u alleen met een afspraak komen." in bladzijde
    assert "Open op" not in bladzijde


def test_json_zegt_hetzelfde_en_mag_een_halve_minuut_bewaard(kantoor: Kantoorscene) -> None:
    ververst(kantoor, "10:00", nieuw={"B": DRUK})
    antwoord = json("10:01")
    assert antwoord.json() == {
        "kantoor": "loosduinen",
        "naam": "Stadsdeelkantoor Loosduinen",
        "deur": "open",
        "sluitOm": "2026-11-03T11:00:00Z",
        "opentOm": "2026-11-10T08:00:00Z",
        "verwachting": "venster",
        "drukte": "druk",
        "wachtVanMinuten": 10,
        "wachtTotMinuten": 25,
        "wachtMiddenSeconden": 1000,
        "bijgewerktOp": "2026-11-03T09:00:00Z",
    }
    assert antwoord["Cache-Control"] == "public, max-age=30"
    assert "Set-Cookie" not in antwoord


def test_een_onbekend_kantoor_is_een_probleem_dat_een_machine_leest() -> None:
    antwoord = Client().get("/drukte/bestaat-niet.json")
    assert (antwoord.status_code, antwoord["Content-Type"]) == (404, "application/problem+json")
    assert antwoord.json()["status"] == 404
    assert antwoord["Cache-Control"] == "no-store"
    assert Client().get("/drukte/bestaat-niet/").status_code == 404


def test_het_aantal_vragen_groeit_niet_met_de_kantoren(kantoor: Kantoorscene) -> None:
    for code in ("segbroek", "escamp", "laak"):
        ververst(een_kantoor(code), "10:00", nieuw={"B": DRUK})
    with CaptureQueriesContext(connection) as vragen:
        assert len(alle_drukte(nu=op("10:01"))) == 4
    assert len(vragen) == 5


def test_van_de_rij_in_de_hal_tot_de_bladzijde_thuis(kantoor: Kantoorscene) -> None:
    plek = een_werkplek(kantoor)
    verwachtingen_bijwerken(locatie_id=kantoor.locatie.pk, nu=op("09:30"))
    assert json("09:30").json()["drukte"] == "rustig"
    for _ in range(6):
        een_inloper(kantoor, "09:31")
    help_(plek, "09:31")
    verwachtingen_bijwerken(locatie_id=kantoor.locatie.pk, nu=op("09:31"))
    druk = json("09:31").json()
    assert druk["drukte"] == "druk"
    assert 20 * 60 < druk["wachtMiddenSeconden"] < 100 * 60


def test_het_begin_en_de_kantoorkeuze_wijzen_de_weg() -> None:
    assert f'href="{reverse("alle_drukte")}"' in lees("/", "10:00")
