"""Finish: an outcome, a reason when it did not go well, the raadsman, and the next appointment at once."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from afspraken.queries.aanvraag import lees_aanvraag
from tests.bouwers import een_behoefte
from tests.dagbouwers import een_bezoeker, een_inloper, help_

from .scene import WERKPLEK, browser_van, druk, ga_zitten, zie

pytestmark = pytest.mark.django_db


@pytest.fixture
def bezoek(kantoor, plek):
    een_inloper(kantoor)
    return help_(plek.pk, "09:40")


def test_de_gegevens_van_de_sociaal_raadsman_staan_klaar_om_mee_te_geven(farida, kantoor, bezoek):
    adres = reverse("balie_afronden", args=[bezoek.id])
    assert "De gegevens staan nog niet in het systeem" in zie(farida, adres)
    kantoor.locatie.raadsman, kantoor.locatie.raadsman_telefoon = "Sociaal raadslieden", "070 000 02 01"
    kantoor.locatie.save()
    bladzijde = zie(farida, adres)
    assert "Sociaal raadslieden" in bladzijde
    assert "070 000 02 01" in bladzijde


def test_wie_niet_helemaal_is_geholpen_krijgt_een_reden(farida, bezoek):
    adres = reverse("balie_afronden", args=[bezoek.id])
    antwoord = farida.post(adres, {"uitkomst": "deels"})
    assert antwoord.status_code == 422
    assert "Kies waarom de bezoeker niet helemaal is geholpen" in antwoord.content.decode()
    farida.post(adres, {"uitkomst": "deels", "reden": "papieren"})
    bezoek.refresh_from_db()
    assert (bezoek.status, bezoek.uitkomst, bezoek.reden) == ("afgerond", "deels", "papieren")


@pytest.mark.parametrize(
    "velden", [{}, {"uitkomst": "prima"}, {"uitkomst": "niet", "reden": "omdat het kan"}]
)
def test_zonder_uitkomst_of_met_een_rare_is_het_een_zin(farida, bezoek, velden):
    antwoord = farida.post(reverse("balie_afronden", args=[bezoek.id]), velden)
    assert antwoord.status_code == 422
    assert "Er ging iets mis" in antwoord.content.decode()
    bezoek.refresh_from_db()
    assert bezoek.status == "in_behandeling"


def test_twee_keer_afronden_is_een_keer_en_een_collega_kan_het_niet(farida, kantoor, bezoek):
    adres = reverse("balie_afronden", args=[bezoek.id])
    collega = browser_van(kantoor.medewerkers[1])
    ga_zitten(collega, kantoor, 1)
    assert collega.post(adres, {"uitkomst": "niet", "reden": "anders"}).status_code == 409
    for _ in range(2):
        assert farida.post(adres, {"uitkomst": "geholpen"})["Location"].startswith(WERKPLEK)
    bezoek.refresh_from_db()
    assert bezoek.uitkomst == "geholpen"


def test_een_vervolgafspraak_begint_met_wat_wij_weten_en_niet_met_de_hulp(farida, plek, kantoor):
    een_behoefte("kanarie")
    bezoek = een_bezoeker(kantoor, "10:00", "09:40", behoeften=("kanarie",))
    help_(plek.pk, "09:40", bezoek.id)
    farida.post(reverse("balie_afronden", args=[bezoek.id]), {"uitkomst": "geholpen"})
    naar = druk(farida, "vervolgafspraak", plek, bezoek.id)["Location"]
    assert naar == reverse("telefoon_boeken")
    gegevens = lees_aanvraag(aanvraag_id=farida.session["telefoon_aanvraag"]).gegevens
    assert (gegevens.locatie, gegevens.achternaam, gegevens.telefoon) == (
        "loosduinen",
        "De Wit",
        "+31612345678",
    )
    assert (gegevens.behoeften, gegevens.hulp) == ((), None)
    bladzijde = zie(farida, naar)
    assert "Terug naar de balie" in bladzijde
    assert "De Wit" not in naar


def test_wie_zonder_afspraak_kwam_krijgt_er_ook_een(farida, plek, bezoek):
    druk(farida, "vervolgafspraak", plek, bezoek.id)
    gegevens = lees_aanvraag(aanvraag_id=farida.session["telefoon_aanvraag"]).gegevens
    assert (gegevens.locatie, gegevens.achternaam) == ("loosduinen", "")


def test_een_vervolg_voor_wie_bij_een_collega_zit_is_een_zin(plek, kantoor, bezoek):
    collega = browser_van(kantoor.medewerkers[1])
    daar = ga_zitten(collega, kantoor, 1)
    assert druk(collega, "vervolgafspraak", daar, bezoek.id).status_code == 409


@pytest.mark.parametrize("eerst", ["raadsman", "vervolg"])
def test_wat_al_gekozen_was_staat_er_nog_na_de_raadsman_of_een_vervolgafspraak(farida, plek, bezoek, eerst):
    adres = reverse("balie_afronden", args=[bezoek.id])
    gekozen = {"uitkomst": "deels", "reden": "papieren", "raadsman": "on", "eerst": eerst}
    if eerst == "vervolg":
        druk(farida, "vervolgafspraak", plek, bezoek.id, **gekozen)
    else:
        farida.post(adres, gekozen)
    bladzijde = zie(farida, adres)
    assert re.search(r'value="deels"[^>]* checked', bladzijde)
    assert '<option value="papieren" selected>' in bladzijde
    assert re.search(r'name="raadsman"[^>]* checked', bladzijde)
    assert "Er ging iets mis" not in bladzijde
    bezoek.refresh_from_db()
    assert bezoek.status == "in_behandeling"
    farida.post(adres, {"uitkomst": "geholpen"})
    assert "balie_half" not in farida.session


def test_wat_bij_de_een_gekozen_was_staat_niet_bij_de_ander(farida, plek, kantoor, bezoek):
    farida.post(reverse("balie_afronden", args=[bezoek.id]), {"uitkomst": "deels", "eerst": "raadsman"})
    druk(farida, "parkeren", plek, bezoek.id)
    een_inloper(kantoor)
    ander = help_(plek.pk, "09:40")
    assert ander.id != bezoek.id
    assert " checked" not in zie(farida, reverse("balie_afronden", args=[ander.id]))
