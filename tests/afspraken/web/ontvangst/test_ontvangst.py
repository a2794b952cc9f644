"""The tablet at the entrance, as the host uses it."""

from __future__ import annotations

from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from afspraken.models import Afspraak, Bezoek
from tests.afspraken.web.personeel import gezocht, ingelogd
from tests.bouwers import Kantoorscene, een_afspraak, een_behoefte, een_kantoor, een_product, op

pytestmark = pytest.mark.django_db
HIER = "loosduinen"


@pytest.fixture(autouse=True)
def half_tien():
    """Two minutes before ten."""
    with time_machine.travel(op("09:58"), tick=False):
        yield


@pytest.fixture
def host(kantoor: Kantoorscene) -> Client:
    return ingelogd("host", locatie=kantoor.locatie)


def adres(naam: str, *args: object) -> str:
    return reverse(f"ontvangst_{naam}", args=[HIER, *args])


def pagina(host: Client, naam: str, vraag: dict[str, str] | None = None) -> str:
    return host.get(adres(naam), vraag or {}).content.decode()


def test_wie_een_kantoor_heeft_komt_meteen_bij_de_lijst(host):
    assert host.get(reverse("ontvangst"))["Location"] == adres("lijst")


def test_wie_meer_kantoren_heeft_kiest(kantoor):
    een_kantoor("segbroek")
    keuze = ingelogd("planner").get(reverse("ontvangst")).content.decode()
    assert "Stadsdeelkantoor Segbroek" in keuze
    assert adres("lijst") in keuze


def test_een_tik_is_aanwezig_met_een_nummer_en_een_tik_is_terug(host, kantoor):
    gemaakt = een_afspraak(kantoor)
    assert "De Wit" in pagina(host, "lijst")
    antwoord = host.post(adres("aanmelden"), {"afspraak": gemaakt.afspraak_id}, follow=True)
    bladzijde = antwoord.content.decode()
    assert "De Wit is er. Nummer A 1." in bladzijde
    assert "Aanwezig, wacht 0 minuten · A 1" in bladzijde
    host.post(adres("terugdraaien"), {"bezoek": Bezoek.objects.get().id})
    assert Afspraak.objects.get().status == "bevestigd"
    assert "Terugdraaien" not in pagina(host, "lijst")


def test_te_laat_en_verwacht_staan_in_woorden_op_de_lijst(host, kantoor):
    een_afspraak(kantoor, om="09:30")
    een_afspraak(kantoor, om="10:30", telefoon="06 22222222")
    bladzijde = pagina(host, "lijst")
    assert "28 minuten te laat" in bladzijde
    assert "Verwacht" in bladzijde


@pytest.mark.parametrize("tekst", ["wit", "06 12345678"])
def test_zoeken_vindt_wie_voor_de_deur_staat(host, kantoor, tekst):
    een_afspraak(kantoor)
    een_afspraak(kantoor, om="10:30", telefoon="06 22222222", achternaam="Jansen")
    bladzijde = gezocht(host, adres("lijst"), tekst)
    assert "1 bezoeker gevonden" in bladzijde
    assert "Jansen" not in bladzijde


def test_een_code_van_een_ander_kantoor_zegt_waar_men_moet_zijn(host, kantoor):
    code = een_afspraak(een_kantoor("segbroek")).code
    assert "Kijk in alle kantoren" in gezocht(host, adres("lijst"), code)
    antwoord = host.post(adres("aanmelden"), {"code": code})
    assert antwoord.status_code == 409
    assert "Stadsdeelkantoor Segbroek" in antwoord.content.decode()
    assert not Bezoek.objects.exists()


def test_na_een_weigering_zoekt_de_host_gewoon_verder(host, kantoor):
    code = een_afspraak(een_kantoor("segbroek")).code
    geweigerd = host.post(adres("aanmelden"), {"code": code}).content.decode()
    zoekbalk = geweigerd.split('role="search"')[0].rsplit("<form", 1)[1]
    assert f'action="{adres("lijst")}"' in zoekbalk


def test_zonder_afspraak_gaat_in_drie_tikken(host, kantoor):
    een_behoefte("lezen", roepwijze="ophalen")
    een_behoefte("gebarentolk", bestelling=3)
    assert "Paspoort aanvragen" in pagina(host, "product")
    stap = host.get(adres("inschrijven"), {"product": "paspoort"})
    formulier = stap.context["formulier"]
    assert "lezen" in stap.content.decode()
    assert "gebarentolk" not in stap.content.decode()
    velden = {
        "formulier": str(formulier["formulier"].value()),
        "product": "paspoort",
        "aantal": "2",
        "taal": "nl",
    }
    kaart = host.post(adres("inschrijven"), velden, follow=True).content.decode()
    assert "B 1" in kaart
    assert Bezoek.objects.get().delen.count() == 2
    host.post(adres("inschrijven"), velden)
    assert Bezoek.objects.count() == 1


def test_hulp_vraagt_een_ja_en_staat_daarna_alleen_als_merkteken(host, kantoor):
    een_behoefte("kanarie", roepwijze="ophalen")
    velden = {
        "formulier": str(uuid4()),
        "product": "paspoort",
        "aantal": "1",
        "taal": "nl",
        "behoeften": "kanarie",
    }
    antwoord = host.post(adres("inschrijven"), velden)
    assert antwoord.status_code == 422
    assert "Vraag of wij dit mogen bewaren" in antwoord.content.decode()
    antwoord = host.post(adres("inschrijven"), velden | {"toestemming": "on"}, follow=True)
    assert "kanarie" not in antwoord.content.decode()
    lijst = pagina(host, "lijst")
    assert "Ophalen bij ingang" in lijst
    assert "kanarie" not in lijst


def test_afhalen_staat_vooraan_en_krijgt_letter_c(host, kantoor):
    afhalen = een_product("rijbewijs_afhalen", locatie=kantoor.locatie)
    afhalen.rij, afhalen.volgorde = "afhalen", 99
    afhalen.save()
    keuze = pagina(host, "product")
    assert keuze.index("Rijbewijs_Afhalen") < keuze.index("Paspoort")
    velden = {"formulier": str(uuid4()), "product": "rijbewijs_afhalen", "aantal": "1", "taal": "en"}
    kaart = host.post(adres("inschrijven"), velden, follow=True).content.decode()
    assert "C 1" in kaart
    assert 'lang="en"' in kaart


def test_als_het_kantoor_dicht_is_staat_er_waarom_en_blijft_het_getypte(host):
    velden = {
        "formulier": str(uuid4()),
        "product": "paspoort",
        "aantal": "1",
        "taal": "nl",
        "spreektaal": "pl",
    }
    with time_machine.travel(op("12:30"), tick=False):
        antwoord = host.post(adres("inschrijven"), velden)
    assert antwoord.status_code == 409
    assert "kantoor is nu dicht" in antwoord.content.decode()
    assert '<option value="pl" selected>' in antwoord.content.decode()


def test_de_taal_is_een_keuze_die_de_rij_bij_de_talen_van_collega_s_kan_leggen(host):
    velden = {"formulier": str(uuid4()), "product": "paspoort", "aantal": "1", "taal": "nl"}
    getypt = host.post(adres("inschrijven"), velden | {"spreektaal": "Pools"})
    assert getypt.status_code == 422
    assert "Kies een taal uit de lijst" in getypt.content.decode()
    host.post(adres("inschrijven"), velden | {"spreektaal": "pl"})
    assert Bezoek.objects.get().spreektaal == "pl"


def test_een_ander_kantoor_bestaat_niet_voor_deze_host(host):
    een_kantoor("segbroek")
    for naam, vulling in (("lijst", []), ("product", []), ("inschrijven", []), ("bon", [uuid4()])):
        assert host.get(reverse(f"ontvangst_{naam}", args=["segbroek", *vulling])).status_code == 404
    for naam in ("aanmelden", "terugdraaien"):
        assert host.post(reverse(f"ontvangst_{naam}", args=["segbroek"])).status_code == 404


def test_een_bezoek_in_een_ander_kantoor_blijft_van_daar(host):
    ander = een_kantoor("segbroek")
    collega = ingelogd("host", locatie=ander.locatie)
    velden = {"formulier": str(uuid4()), "product": "paspoort", "aantal": "1", "taal": "nl"}
    collega.post(reverse("ontvangst_inschrijven", args=["segbroek"]), velden)
    bezoek = Bezoek.objects.get()
    assert host.post(adres("terugdraaien"), {"bezoek": bezoek.id}).status_code == 409
    assert host.get(adres("bon", bezoek.id)).status_code == 404
    bezoek.refresh_from_db()
    assert bezoek.status == "wachtend"


@pytest.mark.parametrize("velden", [{}, {"afspraak": "x"}, {"bezoek": "\x00"}, {"code": " "}])
def test_een_raar_formulier_gaat_terug_naar_de_lijst(host, velden):
    for naam in ("aanmelden", "terugdraaien"):
        assert host.post(adres(naam), velden)["Location"] == adres("lijst")


def test_een_baliemedewerker_ziet_de_lijst_niet(kantoor):
    assert ingelogd("baliemedewerker", locatie=kantoor.locatie).get(adres("lijst")).status_code == 403


def test_de_daglijst_op_papier_heeft_iedereen_en_nooit_de_behoefte(host, kantoor):
    een_behoefte("kanarie", roepwijze="ophalen")
    gemaakt = een_afspraak(kantoor, om="10:30", behoeften=("kanarie",))
    een_afspraak(kantoor, om="09:30", telefoon="06 22222222", achternaam="Jansen")
    bladzijde = pagina(host, "daglijst")
    assert bladzijde.index("Jansen") < bladzijde.index("De Wit")
    assert gemaakt.code in bladzijde
    assert "ophalen bij ingang" in bladzijde
    assert "kanarie" not in bladzijde


def test_reservenummers_staan_klaar_op_papier(host):
    bladzijde = pagina(host, "reservenummers")
    assert "B 901" in bladzijde
    assert "B 940" in bladzijde


def test_wegsturen_vraagt_een_reden_uit_een_vaste_lijst(host, kantoor):
    velden = {"formulier": str(uuid4()), "product": "paspoort", "aantal": "1", "taal": "nl"}
    host.post(adres("inschrijven"), velden)
    bezoek = Bezoek.objects.get()
    weg = adres("wegsturen", bezoek.id)
    assert weg in pagina(host, "lijst")
    assert "Nummer B 1 wegsturen" in host.get(weg).content.decode()
    assert host.post(weg, {"reden": "omdat het kan"}).status_code == 422
    assert host.post(weg, {"reden": "papieren"})["Location"] == adres("lijst")
    bezoek.refresh_from_db()
    assert (bezoek.status, bezoek.reden) == ("weggestuurd", "papieren")
    assert weg not in pagina(host, "lijst")


def test_wie_elders_wacht_stuurt_deze_host_niet_weg(host):
    ander = een_kantoor("segbroek")
    velden = {"formulier": str(uuid4()), "product": "paspoort", "aantal": "1", "taal": "nl"}
    ingelogd("host", locatie=ander.locatie).post(reverse("ontvangst_inschrijven", args=["segbroek"]), velden)
    bezoek = Bezoek.objects.get()
    assert host.post(adres("wegsturen", bezoek.id), {"reden": "anders"}).status_code == 404
    bezoek.refresh_from_db()
    assert bezoek.status == "wachtend"


def test_wie_al_klaar_is_stuurt_niemand_meer_weg(host, kantoor):
    velden = {"formulier": str(uuid4()), "product": "paspoort", "aantal": "1", "taal": "nl"}
    host.post(adres("inschrijven"), velden)
    Bezoek.objects.update(status="afgerond")
    assert host.post(adres("wegsturen", Bezoek.objects.get().id), {"reden": "anders"}).status_code == 409


def test_wie_te_laat_is_hoort_meteen_wat_er_gebeurt(host, kantoor):
    vroeg = een_afspraak(kantoor, om="09:30")
    een_afspraak(kantoor, om="09:40", telefoon="06 22222222")
    bladzijde = host.post(adres("aanmelden"), {"afspraak": vroeg.afspraak_id}, follow=True).content.decode()
    assert "De eigen tijd van 09:30 past niet meer. Zeg dat wij de bezoeker voor 10:13 roepen." in bladzijde
    assert "Te laat voor de eigen tijd" in pagina(host, "lijst")


def test_wie_later_is_en_de_plaats_houdt_hoort_dat_ook(host, kantoor):
    gemaakt = een_afspraak(kantoor, om="09:45")
    bladzijde = host.post(adres("aanmelden"), {"afspraak": gemaakt.afspraak_id}, follow=True).content.decode()
    assert "Later dan 09:45, maar de plaats blijft." in bladzijde


def test_een_gescande_link_vindt_de_bezoeker_en_meldt_aan(host, kantoor):
    gemaakt = een_afspraak(kantoor)
    een_afspraak(kantoor, om="10:30", telefoon="06 22222222", achternaam="Jansen")
    link = f"https://afspraken.voorbeeld.nl/a/{gemaakt.link}/"
    bladzijde = gezocht(host, adres("lijst"), link)
    assert "1 bezoeker gevonden" in bladzijde
    assert "Jansen" not in bladzijde
    for _ in range(2):
        antwoord = host.post(adres("aanmelden"), {"code": link}, follow=True).content.decode()
        assert "De Wit is er. Nummer A 1." in antwoord
    assert Bezoek.objects.count() == 1


def test_een_gescande_bon_vindt_wie_zonder_afspraak_wacht(host):
    velden = {"formulier": str(uuid4()), "product": "paspoort", "aantal": "1", "taal": "nl"}
    bon = host.post(adres("inschrijven"), velden, follow=True).context["bon"]
    bladzijde = gezocht(host, adres("lijst"), f"http://localhost:8000/a/{bon.link}/bezoek/")
    assert "Nummer B 1" in bladzijde


def test_na_een_weigering_staat_er_wat_wel_kan(host, kantoor):
    code = een_afspraak(een_kantoor("segbroek")).code
    geweigerd = host.post(adres("aanmelden"), {"code": code}).content.decode()
    assert "Verzet de afspraak, of geef een nummer zonder afspraak." in geweigerd
    assert adres("product") in geweigerd
    assert reverse("telefoon_zoeken") in geweigerd


def test_elke_knop_twee_keer_is_een_keer(host, kantoor):
    gemaakt = een_afspraak(kantoor)
    for _ in range(2):
        host.post(adres("aanmelden"), {"afspraak": gemaakt.afspraak_id})
    assert [str(b) for b in Bezoek.objects.all()] == ["A 1"]
    for _ in range(2):
        assert host.post(adres("terugdraaien"), {"bezoek": Bezoek.objects.get().id}).status_code == 302
    assert Afspraak.objects.get().status == "bevestigd"
    host.post(adres("aanmelden"), {"afspraak": gemaakt.afspraak_id})
    for _ in range(2):
        weg = host.post(adres("wegsturen", Bezoek.objects.get().id), {"reden": "papieren"})
        assert weg.status_code == 302
    assert Bezoek.objects.get().status == "weggestuurd"
