"""The pages of the planner and the host."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from afspraken.models import Afspraak, Bericht, Knelpunt
from tests.afspraken.web.personeel import ingelogd
from tests.bouwers import Kantoorscene, een_afspraak, een_behoefte, een_kantoor, een_medewerker
from toegankelijkheid.models import Bestelling

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_klok")]
DINSDAG_VAKKEN = {
    **{f"van_{i}": waarde for i, waarde in enumerate((3, 11, 2026))},
    **{f"tot_en_met_{i}": waarde for i, waarde in enumerate((3, 11, 2026))},
}


@pytest.fixture
def planner() -> Client:
    return ingelogd("planner")


def _meld_af(browser: Client, kantoor: Kantoorscene, **anders: object):
    gegevens = {"medewerker": kantoor.medewerkers[0].pk, "reden": "onverwacht", **DINSDAG_VAKKEN}
    return browser.post(reverse("beheer_medewerker_afmelden"), gegevens | anders)


def _een_knelpunt(kantoor: Kantoorscene) -> Knelpunt:
    afspraak = Afspraak.objects.get(id=een_afspraak(kantoor).afspraak_id)
    return Knelpunt.objects.create(
        afspraak=afspraak, soort="proef", sinds=afspraak.aangemaakt_op, reden="Er is niemand."
    )


def test_afmelden_zonder_collega_toont_wie_te_bellen(planner, kantoor):
    een_afspraak(kantoor)
    bladzijde = _meld_af(planner, kantoor).content.decode()
    assert "06 1234 5678" in bladzijde
    assert "De Wit" in bladzijde
    assert "0 afspraken" not in bladzijde


def test_afmelden_zonder_afspraken_zegt_dat_er_niets_was(planner, kantoor):
    bladzijde = _meld_af(planner, kantoor).content.decode()
    assert "Er waren geen afspraken om over te zetten." in bladzijde
    assert "0 afspraken" not in bladzijde


def test_afmelden_met_een_collega_gaat_stil_door(planner, kantoor):
    een_afspraak(kantoor)
    een_medewerker(kantoor)
    bladzijde = _meld_af(planner, kantoor, medewerker=_wie_serveert()).content.decode()
    assert "1 afspraak gaat door met een collega" in bladzijde
    assert "06 1234 5678" not in bladzijde


def _wie_serveert() -> int:
    deel = Afspraak.objects.get().delen.get()
    assert deel.medewerker_id
    return deel.medewerker_id


@pytest.mark.parametrize(
    "fout",
    [
        {"van_0": "2"},
        {"van_0": "31"},
        {"tot_en_met_0": "2"},
        {"medewerker": "999999"},
        {"medewerker": "x"},
        {"reden": "ziek"},
        {"van_2": "2029", "tot_en_met_2": "2031"},
    ],
)
def test_een_fout_op_het_formulier_is_een_zin(planner, kantoor, fout):
    if fout == {"van_0": "2"}:
        fout = {"van_0": "1", "van_1": "11"}
    antwoord = _meld_af(planner, kantoor, **fout)
    assert antwoord.status_code == 422
    assert "Er ging iets mis" in antwoord.content.decode()
    assert not Knelpunt.objects.exists()


def test_een_planner_van_een_ander_kantoor_kan_niemand_hier_afmelden(kantoor):
    ander = een_kantoor("segbroek")
    antwoord = _meld_af(ingelogd("planner", locatie=ander.locatie), kantoor)
    assert antwoord.status_code == 422


def test_een_knelpunt_wordt_opgelost_met_een_zin(planner, kantoor):
    knelpunt = _een_knelpunt(kantoor)
    assert "Er is niemand." in planner.get(reverse("beheer_knelpunten")).content.decode()
    adres = reverse("beheer_knelpunt_oplossen", args=[knelpunt.pk])
    planner.post(adres, {"oplossing": "Gebeld, komt vrijdag."})
    knelpunt.refresh_from_db()
    assert knelpunt.oplossing == "Gebeld, komt vrijdag."
    assert knelpunt.opgelost_op is not None
    assert "Geen knelpunten" in planner.get(reverse("beheer_knelpunten")).content.decode()


def test_zonder_zin_blijft_het_knelpunt_open(planner, kantoor):
    knelpunt = _een_knelpunt(kantoor)
    antwoord = planner.post(reverse("beheer_knelpunt_oplossen", args=[knelpunt.pk]), {"oplossing": " "})
    assert antwoord.status_code == 422
    assert Knelpunt.objects.get().opgelost_op is None


def test_een_knelpunt_van_een_ander_kantoor_bestaat_niet(kantoor):
    knelpunt = _een_knelpunt(een_kantoor("segbroek"))
    host = ingelogd("host", locatie=kantoor.locatie)
    assert "De Wit" not in host.get(reverse("beheer_knelpunten")).content.decode()
    adres = reverse("beheer_knelpunt_oplossen", args=[knelpunt.pk])
    assert host.post(adres, {"oplossing": "x"}).status_code == 404


def _een_bestelling(kantoor: Kantoorscene) -> Bestelling:
    een_behoefte("gebarentolk", bestelling=0)
    een_afspraak(kantoor, behoeften=("gebarentolk",))
    return Bestelling.objects.get()


def test_te_regelen_toont_wat_wie_en_voor_welke_afspraak(planner, kantoor):
    bestelling = _een_bestelling(kantoor)
    bladzijde = planner.get(reverse("beheer_te_regelen")).content.decode()
    for tekst in (bestelling.wat, bestelling.eigenaar, Afspraak.objects.get().code):
        assert tekst in bladzijde


def test_geregeld_is_van_de_lijst(planner, kantoor):
    bestelling = _een_bestelling(kantoor)
    planner.post(reverse("beheer_bestelling_bijwerken", args=[bestelling.pk]), {"status": "bevestigd"})
    bestelling.refresh_from_db()
    assert bestelling.status == "bevestigd"
    assert "Alles is geregeld" in planner.get(reverse("beheer_te_regelen")).content.decode()


def test_wat_niet_lukt_wordt_een_knelpunt_dat_niets_verklapt(planner, kantoor):
    bestelling = _een_bestelling(kantoor)
    adres = reverse("beheer_bestelling_bijwerken", args=[bestelling.pk])
    planner.post(adres, {"status": "niet_beschikbaar"})
    planner.post(adres, {"status": "niet_beschikbaar"})
    knelpunt = Knelpunt.objects.get()
    assert "tolk" not in knelpunt.reden
    planner.post(adres, {"status": "bevestigd"})
    knelpunt.refresh_from_db()
    assert knelpunt.opgelost_op is not None


@pytest.mark.parametrize("status", ["", "te_regelen", "weg", "x" * 1000])
def test_een_knop_die_niet_bestaat_doet_niets(planner, kantoor, status):
    bestelling = _een_bestelling(kantoor)
    adres = reverse("beheer_bestelling_bijwerken", args=[bestelling.pk])
    assert planner.post(adres, {"status": status}).status_code == 404
    bestelling.refresh_from_db()
    assert bestelling.status == "te_regelen"


def test_een_bestelling_van_een_ander_kantoor_bestaat_niet(kantoor):
    bestelling = _een_bestelling(kantoor)
    host = ingelogd("host", locatie=een_kantoor("segbroek").locatie)
    adres = reverse("beheer_bestelling_bijwerken", args=[bestelling.pk])
    assert host.post(adres, {"status": "bevestigd"}).status_code == 404


def test_in_de_demo_ziet_iedereen_alle_berichten(kantoor, settings):
    settings.DEMO = True
    een_afspraak(kantoor)
    Bericht.objects.filter(soort="bevestiging").update(tekst="Gemeente Den Haag: afspraak")
    bladzijde = Client().get(reverse("beheer_berichten")).content.decode()
    assert "Gemeente Den Haag: afspraak" in bladzijde


def test_buiten_de_demo_bestaat_de_berichtenbladzijde_niet(settings):
    settings.DEMO = False
    assert ingelogd("beheerder").get(reverse("beheer_berichten")).status_code == 404


def test_een_verzonnen_knelpunt_is_er_niet(planner):
    adres = f"/beheer/knelpunten/{10**30}/oplossen/"
    assert planner.post(adres, {"oplossing": "x"}).status_code == 404
