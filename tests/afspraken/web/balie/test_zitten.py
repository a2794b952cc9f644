"""Sit down at a balie, take a pause, and go."""

from __future__ import annotations

import pytest
from django.urls import reverse

from afspraken.models import Werkplek
from locaties.models import Balieuitval
from tests.afspraken.web.personeel import ingelogd
from tests.bouwers import een_kantoor, een_voorziening, op
from tests.dagbouwers import een_inloper, roep

from .scene import WERKPLEK, browser_van, druk, ga_zitten, zie

pytestmark = pytest.mark.django_db
KIEZEN = "/balie/kantoor/loosduinen/"


def test_wie_een_kantoor_heeft_kiest_meteen_een_balie(farida):
    assert farida.get("/balie/")["Location"] == KIEZEN
    assert farida.get(WERKPLEK)["Location"] == "/balie/"


def test_wie_geen_medewerker_is_leest_wat_er_moet_gebeuren(kantoor):
    antwoord = ingelogd("baliemedewerker", locatie=kantoor.locatie).get("/balie/")
    assert "U staat nog niet bij de medewerkers" in antwoord.content.decode()


def test_wie_meer_kantoren_heeft_kiest_eerst_een_kantoor(kantoor):
    een_kantoor("segbroek")
    wie = kantoor.medewerkers[0]
    wie.gebruiker.rollen.update(locatie=None)
    bladzijde = zie(browser_van(wie), "/balie/")
    assert "Stadsdeelkantoor Segbroek" in bladzijde
    assert KIEZEN in bladzijde


def test_bij_elke_balie_staat_wie_er_zit_en_wat_er_is(farida, plek, kantoor):
    een_voorziening("lage balie", kantoor.balies[1])
    bladzijde = zie(browser_van(kantoor.medewerkers[1]), KIEZEN)
    assert "Hier zit Farida el Amrani" in bladzijde
    assert "lage balie" in bladzijde
    assert bladzijde.count("Ga hier zitten") == 1


def test_een_balie_buiten_gebruik_heeft_geen_knop(farida, kantoor):
    Balieuitval.objects.create(balie=kantoor.balies[0], begin=op("09:00"))
    assert "Buiten gebruik" in zie(farida, KIEZEN)


def test_wie_zit_komt_meteen_op_de_werkplek(farida, plek):
    assert farida.get("/balie/")["Location"] == WERKPLEK
    assert "Balie 1 is vrij" in zie(farida)


def test_wie_de_tweede_is_leest_dat_een_collega_er_zit(farida, plek, kantoor):
    collega = browser_van(kantoor.medewerkers[1])
    antwoord = collega.post(reverse("balie_openen", args=["loosduinen"]), {"balie": plek.balie_id})
    assert antwoord.status_code == 409
    assert "Aan deze balie zit een collega" in antwoord.content.decode()


def test_een_balie_van_een_ander_kantoor_bestaat_hier_niet(farida, kantoor):
    ander = een_kantoor("segbroek")
    for code, balie in (("loosduinen", ander.balies[0].pk), ("segbroek", ander.balies[0].pk)):
        assert farida.post(reverse("balie_openen", args=[code]), {"balie": balie}).status_code == 404
    assert farida.get(reverse("balie_kiezen", args=["segbroek"])).status_code == 404
    assert not Werkplek.objects.exists()


@pytest.mark.parametrize("balie", ["", "x", "0", "99999999999999999999999"])
def test_een_raar_formulier_gaat_terug_naar_de_keuze(farida, balie):
    antwoord = farida.post(reverse("balie_openen", args=["loosduinen"]), {"balie": balie})
    assert antwoord["Location"] == "/balie/"


def test_pauze_en_weer_open(farida, plek, kantoor):
    bezoek = een_inloper(kantoor)
    roep(plek.pk, "09:40")
    assert druk(farida, "pauzeren", plek)["Location"] == WERKPLEK
    bladzijde = zie(farida)
    assert "U hebt pauze" in bladzijde
    assert "Weer open" in bladzijde
    bezoek.refresh_from_db()
    assert (bezoek.status, bezoek.gemist) == ("wachtend", 0)
    druk(farida, "hervatten", plek)
    assert "Volgende" in zie(farida)


def test_sluiten_gaat_niet_als_er_nog_iemand_zit(farida, plek, kantoor):
    bezoek = een_inloper(kantoor)
    roep(plek.pk, "09:40")
    druk(farida, "starten", plek, bezoek.id)
    antwoord = druk(farida, "sluiten", plek)
    assert antwoord.status_code == 409
    assert "Aan deze balie is nog een bezoeker" in antwoord.content.decode()


def test_na_het_sluiten_kiest_men_weer(farida, plek):
    druk(farida, "sluiten", plek)
    assert farida.get(WERKPLEK)["Location"] == "/balie/"
    stil = farida.get(WERKPLEK, headers={"HX-Request": "true"})
    assert (stil.status_code, stil["HX-Redirect"]) == (204, "/balie/")


def test_een_knop_van_een_gesloten_of_andere_balie_is_een_zin(farida, plek, kantoor):
    druk(farida, "sluiten", plek)
    antwoord = druk(farida, "oproepen", plek)
    assert antwoord.status_code == 409
    assert "Uw balie is gesloten" in antwoord.content.decode()
    ga_zitten(farida, kantoor, 1)
    antwoord = druk(farida, "oproepen", plek)
    assert antwoord.status_code == 409
    assert "U zit nu aan een andere balie" in antwoord.content.decode()


def test_zonder_de_rol_is_de_balie_dicht_ook_voor_wie_er_nog_zit(farida, plek, kantoor):
    kantoor.medewerkers[0].gebruiker.rollen.update(soort="host")
    assert farida.get(WERKPLEK).status_code == 403
    ander = een_kantoor("segbroek")
    kantoor.medewerkers[0].gebruiker.rollen.update(soort="baliemedewerker", locatie=ander.locatie)
    assert farida.get(WERKPLEK)["Location"] == "/balie/"
    assert druk(farida, "oproepen", plek).status_code == 409
