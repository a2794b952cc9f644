"""How to reach the sociaal raadsman goes along on paper or by SMS, and tells nothing of why."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from afspraken.models import Bericht, Bezoek, Gebeurtenis
from afspraken.rules.gsm7 import past_in_een_deel
from afspraken.rules.raadsman import raadsman_tekst
from afspraken.werk.werker import Werker
from locaties.models import Locatie
from tests.bouwers import Kantoorscene, een_behoefte, op
from tests.dagbouwers import een_bezoeker, help_

from .scene import browser_van, ga_zitten

pytestmark = pytest.mark.django_db
NAAM, TELEFOON, UREN = "Sociaal raadslieden Loosduinen", "070 000 02 04", "Maandag van 9.30 tot 11.30 uur"


@pytest.fixture(autouse=True)
def raadsman(kantoor: Kantoorscene) -> None:
    Locatie.objects.update(raadsman=NAAM, raadsman_telefoon=TELEFOON, raadsman_bereikbaar=UREN)


@pytest.fixture
def bezoek(kantoor: Kantoorscene, plek: Any) -> Bezoek:
    een_behoefte("kanarie")
    wie = een_bezoeker(kantoor, "10:00", "09:40", behoeften=("kanarie",))
    return help_(plek.pk, "09:40", wie.id)


@pytest.fixture
def adres(bezoek: Bezoek) -> str:
    return reverse("balie_raadsman", args=[bezoek.id])


def stuur(browser: Client, adres: str, telefoon: str = "06 12345678") -> Any:
    return browser.post(adres, {"telefoon": telefoon})


def verstuur() -> Bericht:
    """Let the worker do its work at a quarter to ten; return the message."""
    Werker(wie="werker-1", klok=lambda: op("09:45")).draai_leeg()
    return Bericht.objects.get(soort="raadsman")


def test_op_papier_staat_hoe_men_hem_bereikt_en_niets_van_de_bezoeker(farida: Client, adres: str) -> None:
    afronden = adres.replace("/raadsman/", "/afronden/")
    assert farida.post(afronden, {"eerst": "raadsman"})["Location"] == adres
    bladzijde = farida.get(adres).content.decode()
    papier = bladzijde.partition('<article class="bon">')[2].partition("</article>")[0]
    assert [wat for wat in (NAAM, TELEFOON, UREN) if wat not in papier] == []
    assert [wat for wat in ("De Wit", "A 1", "Paspoort", "kanarie", "678") if wat in papier] == []
    assert "data-afdrukken" in bladzijde


def test_per_sms_gaat_een_keer_weg_wat_op_papier_staat_en_het_nummer_blijft_niet(
    farida: Client, adres: str
) -> None:
    assert 'value="06 1234 5678"' in farida.get(adres).content.decode()
    voor = Gebeurtenis.objects.count()
    for _keer in range(2):
        assert stuur(farida, adres)["Location"] == f"{adres}?gestuurd=1"
    assert "De sms gaat nu weg." in farida.get(f"{adres}?gestuurd=1").content.decode()
    bericht = verstuur()
    assert (bericht.status, bericht.adres, bericht.afspraak_id) == ("verstuurd", "", None)
    assert bericht.tekst.endswith(f"{NAAM}, {TELEFOON}. {UREN}")
    assert past_in_een_deel(bericht.tekst)
    assert "12345678" not in str(Bericht.objects.filter(soort="raadsman").values())
    assert Gebeurtenis.objects.count() == voor, "nothing tells that somebody asked for it"


@pytest.mark.parametrize(
    ("telefoon", "zin"),
    [
        ("", "Vul een mobiel nummer in."),
        ("070 353 30 00", "geen sms naartoe sturen"),
        ("06 123", "nummer"),
        ("x" * 500, ""),
    ],
)
def test_een_nummer_dat_niet_kan_blijft_staan_met_een_zin(
    farida: Client, adres: str, telefoon: str, zin: str
) -> None:
    antwoord = stuur(farida, adres, telefoon)
    bladzijde = antwoord.content.decode()
    assert antwoord.status_code in {409, 422}
    assert zin in bladzijde
    assert "Er ging iets mis" in bladzijde
    assert telefoon[:100] in bladzijde
    assert not Bericht.objects.filter(soort="raadsman").exists()


def test_boven_het_plafond_is_papier_de_weg(settings: Any, farida: Client, adres: str) -> None:
    settings.SMS_BUDGET_PER_DAG = 0
    antwoord = stuur(farida, adres)
    assert antwoord.status_code == 409
    assert "Druk de gegevens af en geef ze mee." in antwoord.content.decode()
    assert "Controleer dit antwoord" not in antwoord.content.decode()


def test_zonder_gegevens_is_er_niets_te_geven(farida: Client, adres: str) -> None:
    Locatie.objects.update(raadsman_telefoon="")
    assert "Vraag de host." in farida.get(adres).content.decode()
    assert stuur(farida, adres).status_code == 409


def test_alleen_wie_de_bezoeker_helpt_kan_het_geven(
    farida: Client, kantoor: Kantoorscene, adres: str
) -> None:
    collega = browser_van(kantoor.medewerkers[1])
    ga_zitten(collega, kantoor, 1)
    assert (collega.get(adres).status_code, stuur(collega, adres).status_code) == (409, 409)
    Bezoek.objects.update(status="afgerond", klaar_op=op("09:41"))
    assert stuur(farida, adres).status_code == 409
    assert not Bericht.objects.filter(soort="raadsman").exists()


def test_morgen_gaat_er_niets_meer_weg(farida: Client, adres: str) -> None:
    stuur(farida, adres)
    Werker(wie="werker-1", klok=lambda: op("00:00") + timedelta(days=1)).draai_leeg()
    bericht = Bericht.objects.get(soort="raadsman")
    assert (bericht.status, bericht.adres) == ("vervallen", "")


@pytest.mark.parametrize("bereikbaar", ["", UREN, "Elke werkdag " + "en ook op zaterdag " * 9])
def test_de_sms_past_in_een_deel(bereikbaar: str) -> None:
    tekst = raadsman_tekst(gemeente="Den Haag", naam=NAAM, telefoon=TELEFOON, bereikbaar=bereikbaar)
    assert past_in_een_deel(tekst)
    assert TELEFOON in tekst
    kaal = raadsman_tekst(gemeente="Den Haag", naam="", telefoon=TELEFOON, bereikbaar=bereikbaar)
    assert kaal.startswith(f"Den Haag: {TELEFOON}")
