"""Pass a visitor on with the story; a colleague reads it, nobody else."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.bouwers import een_bekwaamheid, een_product, op
from tests.dagbouwers import een_inloper, help_

from .scene import WERKPLEK, browser_van, druk, ga_zitten, zie

pytestmark = pytest.mark.django_db
VERHAAL = "Wil eerst de brief begrijpen."


@pytest.fixture
def bezoek(kantoor, plek):
    een_inloper(kantoor)
    return help_(plek.pk, "09:40")


def test_een_collega_die_ik_kies_leest_het_verhaal_en_begint_zelf(farida, plek, kantoor, bezoek, klok):
    collega = browser_van(kantoor.medewerkers[1])
    daar = ga_zitten(collega, kantoor, 1)
    adres = reverse("balie_doorgeven", args=[bezoek.id])
    assert "balie 2" in zie(farida, adres)
    naar = f"medewerker:{kantoor.medewerkers[1].pk}"
    assert farida.post(adres, {"naar": naar, "verhaal": VERHAAL})["Location"] == WERKPLEK
    assert VERHAAL not in zie(farida)
    assert VERHAAL not in zie(collega)
    druk(collega, "oproepen", daar)
    assert VERHAAL in zie(collega)
    assert ">Begin<" in zie(collega)
    assert "wacht op deze medewerker" in zie(collega)
    klok.move_to(op("09:50"))
    druk(collega, "starten", daar, bezoek.id)
    klok.move_to(op("09:54"))
    assert "4 van 10 minuten" in zie(collega)
    assert farida.post(adres, {"naar": naar}).status_code == 409


def test_naar_iemand_die_is_opgeleid_ook_als_dat_nu_niemand_is_die_zit(farida, kantoor, bezoek):
    een_bekwaamheid(kantoor.medewerkers[1], "begrijpelijk")
    adres = reverse("balie_doorgeven", args=[bezoek.id])
    assert "Iemand die is opgeleid voor begrijpelijk" in zie(farida, adres)
    farida.post(adres, {"naar": "specialisme:begrijpelijk"})
    bezoek.refresh_from_db()
    assert (bezoek.status, bezoek.overdracht.specialisme) == ("wachtend", "begrijpelijk")


def test_wat_klaar_is_en_wat_erbij_komt_gaat_mee(farida, kantoor, bezoek):
    een_product("rijbewijs", locatie=kantoor.locatie)
    deel = bezoek.delen.get()
    adres = reverse("balie_doorgeven", args=[bezoek.id])
    farida.post(adres, {"naar": "iedereen", "klaar": [deel.pk], "product": "rijbewijs"})
    assert [(d.product.code, d.klaar_op is not None) for d in bezoek.delen.all()] == [
        ("paspoort", True),
        ("rijbewijs", False),
    ]


def test_als_alles_klaar_is_en_niemand_gekozen_blijft_het_getypte_staan(farida, bezoek):
    adres = reverse("balie_doorgeven", args=[bezoek.id])
    velden = {"naar": "iedereen", "klaar": [bezoek.delen.get().pk], "verhaal": VERHAAL}
    antwoord = farida.post(adres, velden)
    assert antwoord.status_code == 409
    assert "Kies aan wie u het bezoek doorgeeft" in antwoord.content.decode()
    assert VERHAAL in antwoord.content.decode()


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({}, "Kies aan wie"),
        ({"naar": "medewerker:0"}, "Kies uit de lijst"),
        ({"naar": "iedereen", "verhaal": "x" * 1001}, "Gebruik ten hoogste 1000 tekens"),
        ({"naar": "iedereen", "klaar": ["x"]}, "Kies uit de lijst"),
    ],
)
def test_een_fout_is_een_zin(farida, bezoek, velden, zin):
    antwoord = farida.post(reverse("balie_doorgeven", args=[bezoek.id]), velden)
    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()


def test_andere_rol_en_ander_kantoor(kantoor, bezoek):
    adres = reverse("balie_doorgeven", args=[bezoek.id])
    kantoor.medewerkers[1].gebruiker.rollen.update(soort="host")
    assert browser_van(kantoor.medewerkers[1]).get(adres).status_code == 403
