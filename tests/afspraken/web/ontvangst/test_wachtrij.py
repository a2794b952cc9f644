"""The whole queue, for host and planner: who waits and why, who is missed or gone, and taking that back."""

from __future__ import annotations

from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from afspraken.actions.alarm_slaan import alarm_slaan
from afspraken.actions.bezoek_parkeren import bezoek_parkeren
from afspraken.actions.bezoeker_niet_hier import bezoeker_niet_hier
from afspraken.models import Bezoek, Werkplek
from tests.afspraken.web.personeel import een_gebruiker, ingelogd
from tests.bouwers import een_behoefte, een_kantoor, op
from tests.dagbouwers import een_bezoeker, een_inloper, een_werkplek, help_, roep

pytestmark = pytest.mark.django_db
RIJ = "/ontvangst/loosduinen/wachtrij/"
KNOPPEN = ("vertrokken", "vertrokken_terugdraaien", "niet_hier_terugdraaien")


@pytest.fixture(autouse=True)
def kwart_voor_tien():
    with time_machine.travel(op("09:45"), tick=False):
        yield


@pytest.fixture
def host(kantoor):
    return ingelogd("host", locatie=kantoor.locatie)


def zie(host, pad=RIJ):
    return host.get(pad).content.decode()


def druk(host, naam, bezoek, **velden):
    return host.post(reverse(f"ontvangst_{naam}", args=["loosduinen"]), {"bezoek": bezoek.id, **velden})


def gemist(plek, bezoek):
    for keer in range(3):
        roep(plek, "09:41", bezoek.id)
        bezoeker_niet_hier(werkplek_id=plek, bezoek_id=bezoek.id, nu=op("09:42"), keren=keer + 1)


def test_een_lege_rij_zegt_dat(host):
    bladzijde = zie(host)
    assert "Er wacht nu niemand" in bladzijde
    assert "Er is nu geen balie open." in bladzijde


def test_wie_wacht_waarom_en_wie_er_helpt(host, kantoor):
    een_behoefte("kanarie", roepwijze="ophalen")
    plek = een_werkplek(kantoor)
    een_bezoeker(kantoor, "10:00", "09:40", behoeften=("kanarie",))
    eerste, apart = een_inloper(kantoor, "09:30"), een_inloper(kantoor, "09:31")
    bezoek_parkeren(bezoek_id=apart.id, nu=op("09:40"))
    roep(plek, "09:40", eerste.id)
    alarm_slaan(werkplek_id=plek, nu=op("09:44"))
    bladzijde = zie(host)
    for zin in (
        "1 bezoeker wacht",
        "afspraak 10.00",
        "Ophalen bij ingang",
        "Even apart",
        "Farida el Amrani",
        "Balie 1 vraagt hulp.",
    ):
        assert zin in bladzijde
    assert "kanarie" not in bladzijde
    assert "De Wit" not in bladzijde


def test_weggegaan_en_toch_niet(host, kantoor):
    bezoek = een_inloper(kantoor)
    for _ in range(2):
        na = druk(host, "vertrokken", bezoek)["Location"]
        assert "B 1 is weggegaan." in zie(host, na)
    assert "Is er nog" in zie(host)
    for _ in range(2):
        assert druk(host, "vertrokken_terugdraaien", bezoek)["Location"] == RIJ
    bezoek.refresh_from_db()
    assert bezoek.status == "wachtend"
    assert bezoek.gebeurtenissen.filter(soort="bezoek.vertrokken_teruggedraaid").count() == 1


def test_wie_gemist_is_kan_terug_en_twee_keer_drukken_is_een_keer(host, kantoor):
    plek, bezoek = een_werkplek(kantoor), een_inloper(kantoor)
    gemist(plek, bezoek)
    assert "3 keer geroepen" in zie(host)
    assert druk(host, "niet_hier_terugdraaien", bezoek, gemist=3)["Location"] == RIJ
    assert druk(host, "niet_hier_terugdraaien", bezoek, gemist=3).status_code == 409
    bezoek.refresh_from_db()
    assert (bezoek.status, bezoek.gemist) == ("wachtend", 2)


def test_wie_geholpen_wordt_gaat_niet_weg_zonder_dat_de_balie_het_zegt(host, kantoor):
    bezoek = een_inloper(kantoor)
    Bezoek.objects.filter(id=bezoek.id).update(status="in_behandeling", balie=kantoor.balies[0])
    antwoord = druk(host, "vertrokken", bezoek)
    assert antwoord.status_code == 409
    assert "Dit kan nu niet meer" in antwoord.content.decode()
    assert druk(host, "vertrokken_terugdraaien", bezoek).status_code == 409


@pytest.mark.parametrize("naam", KNOPPEN)
def test_ander_kantoor_andere_rol_en_rare_velden(host, kantoor, naam):
    elders = een_inloper(een_kantoor("segbroek"))
    assert druk(host, naam, elders, gemist=1).status_code == 404
    assert host.post(reverse(f"ontvangst_{naam}", args=["segbroek"])).status_code == 404
    assert host.post(reverse(f"ontvangst_{naam}", args=["loosduinen"]), {"bezoek": "x"})["Location"] == RIJ
    assert host.get(reverse(f"ontvangst_{naam}", args=["loosduinen"])).status_code == 405
    assert druk(ingelogd("baliemedewerker"), naam, elders).status_code == 403
    elders.refresh_from_db()
    assert elders.status == "wachtend"


def test_de_rij_van_een_ander_kantoor_is_er_niet(host):
    een_kantoor("segbroek")
    assert host.get("/ontvangst/segbroek/wachtrij/").status_code == 404
    assert "is weggegaan" not in zie(host, f"{RIJ}?weg={uuid4()}")


def test_de_bladzijde_kost_evenveel_vragen_hoe_lang_de_rij_ook_is(host, kantoor):
    een_werkplek(kantoor), een_inloper(kantoor)
    zie(host)
    with CaptureQueriesContext(connection) as kort:
        zie(host)
    for _ in range(6):
        een_inloper(kantoor)
    with CaptureQueriesContext(connection) as lang:
        zie(host)
    assert len(kort) == len(lang)


def sluit(host, plek):
    return host.post(reverse("ontvangst_balie_sluiten", args=["loosduinen"]), {"werkplek": plek})


def test_de_host_sluit_de_balie_van_wie_hier_niet_meer_mag_werken(host, kantoor):
    wie = kantoor.medewerkers[0]
    wie.gebruiker = een_gebruiker("baliemedewerker", locatie=kantoor.locatie)
    wie.save()
    plek, bezoek = een_werkplek(kantoor), een_inloper(kantoor, "09:30")
    roep(plek, "09:40", bezoek.id)
    assert "mag hier niet meer werken" not in zie(host)
    wie.gebruiker.rollen.all().delete()
    assert "mag hier niet meer werken" in zie(host)
    assert sluit(host, plek)["Location"].startswith(RIJ)
    assert "Er is nu geen balie open." in zie(host)
    bezoek.refresh_from_db()
    assert bezoek.status == "wachtend"
    assert sluit(host, plek).status_code == 302, "twice is once"


def test_waar_iemand_geholpen_wordt_sluit_de_host_niet(host, kantoor):
    plek = een_werkplek(kantoor)
    help_(plek, "09:40", een_inloper(kantoor, "09:30").id)
    antwoord = sluit(host, plek)
    assert antwoord.status_code == 409
    assert "Aan deze balie is nog een bezoeker." in antwoord.content.decode()


def test_de_balie_van_een_ander_kantoor_en_een_raar_formulier(host, kantoor):
    plek = een_werkplek(een_kantoor("segbroek"))
    assert sluit(host, plek).status_code == 404
    assert sluit(host, "x")["Location"] == RIJ
    assert Werkplek.objects.get().einde is None
