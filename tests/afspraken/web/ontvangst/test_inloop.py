"""Without an appointment: where it will not be today an appointment comes first, made on the spot."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from afspraken.models import Afspraak, Bezoek
from locaties.models import Inzet
from tests.afspraken.web.personeel import gezocht, ingelogd
from tests.bouwers import een_afspraak, een_kantoor, een_product, op

pytestmark = pytest.mark.django_db
HIER = "loosduinen"
MEE = {"product": "paspoort"}


@pytest.fixture(autouse=True)
def half_tien():
    with time_machine.travel(op("09:58"), tick=False):
        yield


@pytest.fixture
def host(kantoor) -> Client:
    return ingelogd("host", locatie=kantoor.locatie)


def adres(naam: str) -> str:
    return reverse(f"ontvangst_{naam}", args=[HIER])


def test_waar_het_vandaag_niet_lukt_staat_eerst_een_afspraak_en_dan_toch_een_nummer(host):
    Inzet.objects.all().delete()
    bladzijde = host.get(adres("inschrijven"), MEE).content.decode()
    assert "Vandaag lukt dat waarschijnlijk niet meer" in bladzijde
    assert "Vandaag werkt hier niemand meer die dit kan doen." in bladzijde
    assert f'action="{adres("boeken")}"' in bladzijde
    assert "Geef een nummer" not in bladzijde
    assert "Geef een nummer" in host.get(adres("inschrijven"), MEE | {"toch": "1"}).content.decode()


def test_waar_het_lukt_komt_meteen_het_nummer(host):
    assert "Geef een nummer" in host.get(adres("inschrijven"), MEE).content.decode()


def test_boeken_begint_met_dit_kantoor_en_dit_product_en_komt_terug_bij_de_lijst(host, kantoor):
    een_kantoor("segbroek")
    stap = host.post(adres("boeken"), MEE)
    assert stap["Location"] == f"{reverse('telefoon_product')}?product=paspoort"
    host.post(
        reverse("telefoon_product"), {"product": "paspoort", "aantal": "1", "groep_0": "1"}, follow=True
    )
    bladzijde = host.get(reverse("telefoon_boeken")).content.decode()
    assert "Terug naar de lijst" in bladzijde
    assert f'href="{reverse("ontvangst")}"' in bladzijde


@pytest.mark.parametrize("hoe", ["bladzijde van de telefonist", "nieuwe afspraak"])
def test_wie_als_telefonist_verder_werkt_gaat_niet_meer_terug_naar_de_lijst(host, hoe):
    host.post(adres("boeken"), MEE)
    assert "Terug naar de lijst" in host.get(reverse("telefoon_boeken")).content.decode()
    if hoe == "nieuwe afspraak":
        host.post(reverse("telefoon_boeken_opnieuw"))
    else:
        host.get(reverse("telefoon_zoeken"))
    bladzijde = host.get(reverse("telefoon_boeken")).content.decode()
    assert "Terug naar zoeken" in bladzijde
    assert "Terug naar de lijst" not in bladzijde


def test_de_planner_van_alle_kantoren_hoeft_het_kantoor_niet_meer_te_kiezen(kantoor):
    een_kantoor("segbroek")
    planner = ingelogd("planner")
    planner.post(adres("boeken"), MEE)
    pagina = planner.get(reverse("telefoon_product"), MEE)
    velden = dict.fromkeys(pagina.context["formulier"].fields, "1") | MEE
    planner.post(reverse("telefoon_product"), velden)
    assert planner.get(reverse("telefoon_moment")).context["agenda"].kantoor == HIER


@pytest.mark.parametrize("velden", [{}, {"product": "\x00"}, {"product": "zo maar wat"}])
def test_zonder_product_kiest_de_host_het_zelf(host, velden):
    assert host.post(adres("boeken"), velden)["Location"] == reverse("telefoon_boeken")
    assert not Afspraak.objects.exists()


def test_alleen_de_scanbladzijde_mag_de_camera_gebruiken(host):
    assert "camera=(self)" in host.get(adres("scannen"))["Permissions-Policy"]
    assert "camera=()" in host.get(adres("lijst"))["Permissions-Policy"]
    assert "camera=()" in host.get(adres("scannen").replace(HIER, "nergens"))["Permissions-Policy"]


@pytest.mark.parametrize("vorm", ["{}", " {} ", "Code: {}"])
def test_wat_de_camera_of_een_mens_leest_meldt_aan(host, kantoor, vorm):
    code = een_afspraak(kantoor).code
    antwoord = host.post(adres("aanmelden"), {"code": vorm.format(code.lower())}, follow=True)
    assert "De Wit is er. Nummer A 1." in antwoord.content.decode()


def test_de_host_zoekt_een_product_in_gewone_woorden(host, kantoor):
    een_product("rijbewijs", locatie=kantoor.locatie)
    gevonden = gezocht(host, adres("product"), "paspoort")
    assert "Paspoort aanvragen" in gevonden
    assert "Rijbewijs aanvragen" not in gevonden
    assert "Niets gevonden" in gezocht(host, adres("product"), "vliegtuig")
    assert "Rijbewijs aanvragen" in gezocht(host, adres("product"), "x" * 300)


def test_van_een_oude_bladzijde_komt_na_een_zin_een_nieuw_nummer(host):
    velden = {"formulier": str(uuid4()), "product": "paspoort", "aantal": "1", "taal": "nl"}
    assert host.post(adres("inschrijven"), velden).status_code == 302
    with time_machine.travel(op("10:05"), tick=False):
        oud = host.post(adres("inschrijven"), velden)
        assert oud.status_code == 409
        assert "Hier gaf u al nummer B 1" in oud.content.decode()
        vers = re.search(r'name="formulier" value="([^"]+)"', oud.content.decode())
        assert vers
        velden["formulier"] = vers[1]
        assert host.post(adres("inschrijven"), velden).status_code == 302
    assert sorted(str(bezoek) for bezoek in Bezoek.objects.all()) == ["B 1", "B 2"]
