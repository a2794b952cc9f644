"""The buttons of the workplace: each once as meant, refused, from an old page, and from elsewhere."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from afspraken.actions.bezoeker_vertrokken import bezoeker_vertrokken
from afspraken.models import Alarm, Bezoek, Oproep
from tests.afspraken.web.personeel import ingelogd
from tests.bouwers import een_behoefte, een_product, op
from tests.dagbouwers import een_bezoeker, een_inloper, een_werkplek, help_, roep
from tests.verwachtingbouwers import een_verwachting, ververst
from toegankelijkheid.models import Inzage

from .scene import WERKPLEK, browser_van, druk, een_balie_kantoor, ga_zitten, zie

pytestmark = pytest.mark.django_db
MET_BEZOEK = {
    "opnieuw_oproepen": {"keren": 1},
    "niet_hier": {"keren": 1},
    "niet_hier_terugdraaien": {"gemist": 1},
    "starten": {},
    "parkeren": {},
    "bezoek_hervatten": {},
    "extra_tijd": {"minuten": 5},
    "behoeften": {},
    "vervolgafspraak": {},
}


@pytest.fixture
def wachtende(kantoor, plek) -> Bezoek:
    return een_inloper(kantoor)


def nieuws(bladzijde: str) -> str:
    """Return what stands on top as plain news, "" when nothing does."""
    gevonden = re.search(r'utrecht-alert--info" role="status".*?__kop">(.*?)</p>', bladzijde, re.DOTALL)
    return gevonden[1] if gevonden else ""


def status(bezoek: Bezoek) -> str:
    bezoek.refresh_from_db()
    return bezoek.status


def test_volgende_begin_klaar(farida, plek, wachtende):
    assert "wacht het langst" in zie(farida).lower()
    assert druk(farida, "oproepen", plek)["Location"] == WERKPLEK
    bladzijde = zie(farida)
    assert "Opgeroepen" in bladzijde
    assert ">Begin<" in bladzijde
    druk(farida, "starten", plek, wachtende.id)
    bladzijde = zie(farida)
    assert "Wordt geholpen" in bladzijde
    assert "0 van 10 minuten" in bladzijde
    afronden = reverse("balie_afronden", args=[wachtende.id])
    assert afronden in bladzijde
    klaar = farida.post(afronden, {"uitkomst": "geholpen", "raadsman": "on"})
    assert klaar["Location"] == f"{WERKPLEK}?klaar={wachtende.id}"
    wachtende.refresh_from_db()
    assert (wachtende.status, wachtende.uitkomst, wachtende.raadsman_gewezen) == (
        "afgerond",
        "geholpen",
        True,
    )
    assert "Het bezoek is afgerond." in zie(farida, klaar["Location"])


@pytest.mark.parametrize(("begonnen", "knop"), [(False, ">Begin<"), (True, ">Klaar<")])
def test_wie_gisteren_aan_de_balie_bleef_staat_er_vandaag_nog(farida, plek, kantoor, klok, begonnen, knop):
    bezoek = help_(plek.pk, "09:40", een_inloper(kantoor).id) if begonnen else een_inloper(kantoor)
    druk(farida, "oproepen", plek)
    klok.move_to(op("09:40") + timedelta(days=1))
    farida = browser_van(kantoor.medewerkers[0])
    bladzijde = zie(farida)
    assert "Dit bezoek staat nog open van dinsdag 3 november." in bladzijde
    assert knop in bladzijde
    assert str(bezoek.id) in bladzijde


def test_en_daarna_kan_de_volgende_van_vandaag_komen(farida, plek, kantoor, klok):
    gisteren = help_(plek.pk, "09:40", een_inloper(kantoor).id)
    klok.move_to(op("09:40") + timedelta(days=1))
    farida = browser_van(kantoor.medewerkers[0])
    klaar = reverse("balie_afronden", args=[gisteren.id])
    assert farida.post(klaar, {"uitkomst": "geholpen"}).status_code == 302
    assert status(gisteren) == "afgerond"
    assert "Balie 1 is vrij" in zie(farida)


def test_twee_keer_drukken_roept_een_bezoeker(farida, plek, kantoor, wachtende):
    een_inloper(kantoor, "09:35")
    for _ in range(2):
        druk(farida, "oproepen", plek)
    assert Oproep.objects.count() == 1
    for _ in range(2):
        druk(farida, "opnieuw_oproepen", plek, wachtende.id, keren=1)
    assert Oproep.objects.count() == 2


def test_niemand_voor_deze_balie_is_nieuws_en_geen_fout(farida, plek):
    naar = druk(farida, "oproepen", plek, bij="kop")["Location"]
    assert naar == f"{WERKPLEK}?niemand=1&bij=hoofdknop"
    bladzijde = zie(farida, naar)
    assert nieuws(bladzijde) == "Er wacht nu niemand voor u."
    assert "Er ging iets mis" not in bladzijde
    assert nieuws(zie(farida)) == ""


def test_komt_er_intussen_iemand_dan_is_het_nieuws_voorbij(farida, plek, kantoor):
    naar = druk(farida, "oproepen", plek)["Location"]
    een_inloper(kantoor)
    bladzijde = zie(farida, naar)
    assert nieuws(bladzijde) == ""
    assert "B 1" in bladzijde


def test_wie_anders_weigert_is_wel_een_fout(farida, plek, wachtende):
    """The control: a button that could not do what it says still says so."""
    druk(farida, "pauzeren", plek)
    antwoord = druk(farida, "oproepen", plek)
    assert antwoord.status_code == 409
    assert "Er ging iets mis" in antwoord.content.decode()


@pytest.mark.parametrize("bij", ["", "#x", "a b", "<b>", "kop&x=1", "x" * 80])
def test_een_vreemde_plek_voor_de_focus_komt_in_geen_adres(farida, plek, wachtende, bij):
    assert druk(farida, "oproepen", plek, bij=bij)["Location"] == WERKPLEK


def test_de_focus_gaat_naar_wie_er_is_en_blijft_bij_extra_tijd_op_de_knop(farida, plek, wachtende):
    assert druk(farida, "oproepen", plek, bij="kop")["Location"] == f"{WERKPLEK}?bij=kop"
    druk(farida, "starten", plek, wachtende.id)
    extra = druk(farida, "extra_tijd", plek, wachtende.id, minuten=10, bij="kop")
    assert extra["Location"] == f"{WERKPLEK}?bij=extra-10"
    bladzijde = zie(farida)
    assert 'id="kop"' in bladzijde
    assert 'id="extra-10"' in bladzijde


def test_bij_wie_wacht_staat_hoe_lang_nog(farida, plek, kantoor, wachtende):
    assert "verwacht" not in zie(farida)
    een_verwachting(wachtende, "09:45", "09:55")
    ververst(kantoor, "09:40")
    assert "verwacht 9.45 tot 9.55 uur" in " ".join(zie(farida).split())


def test_roep_iemand_in_het_bijzonder_en_niet_een_tweede(farida, plek, kantoor, wachtende):
    later = een_inloper(kantoor, "09:35")
    druk(farida, "oproepen", plek, later.id)
    assert (status(later), status(wachtende)) == ("opgeroepen", "wachtend")
    assert druk(farida, "oproepen", plek, wachtende.id).status_code == 409
    assert status(wachtende) == "wachtend"


def test_niet_hier_houdt_de_plek_en_drie_keer_is_gemist_en_dat_kan_terug(farida, plek, wachtende):
    for keer in (1, 2, 3):
        druk(farida, "oproepen", plek, wachtende.id)
        na = druk(farida, "niet_hier", plek, wachtende.id, keren=keer)["Location"]
        zin = "B 1 is niet gekomen." if keer == 3 else "B 1 wacht weer, op dezelfde plek in de rij."
        assert zin in zie(farida, na)
    assert status(wachtende) == "niet_verschenen"
    assert "Niet gekomen" in zie(farida)
    druk(farida, "niet_hier_terugdraaien", plek, wachtende.id, gemist=3)
    assert status(wachtende) == "wachtend"
    assert druk(farida, "niet_hier_terugdraaien", plek, wachtende.id, gemist=3).status_code == 409
    wachtende.refresh_from_db()
    assert wachtende.gemist == 2


def test_niet_hier_van_een_oude_bladzijde_telt_niet_mee(farida, plek, wachtende):
    druk(farida, "oproepen", plek)
    druk(farida, "niet_hier", plek, wachtende.id, keren=1)
    druk(farida, "oproepen", plek, wachtende.id)
    antwoord = druk(farida, "niet_hier", plek, wachtende.id, keren=1)
    assert antwoord.status_code == 409
    assert "Dit kan nu niet meer" in antwoord.content.decode()
    wachtende.refresh_from_db()
    assert (wachtende.status, wachtende.gemist) == ("opgeroepen", 1)


def test_zet_apart_en_neem_terug(farida, plek, wachtende):
    help_(plek.pk, "09:40")
    druk(farida, "parkeren", plek, wachtende.id)
    assert status(wachtende) == "geparkeerd"
    assert "Even apart" in zie(farida)
    druk(farida, "bezoek_hervatten", plek, wachtende.id)
    assert status(wachtende) == "wachtend"


def test_wie_bij_een_collega_zit_zet_niemand_apart(farida, plek, kantoor, wachtende):
    collega = een_werkplek(kantoor, 1, om="09:40")
    help_(collega, "09:40")
    assert druk(farida, "parkeren", plek, wachtende.id).status_code == 409
    assert status(wachtende) == "in_behandeling"


def test_extra_tijd_staat_in_de_klok_en_onmogelijk_is_een_zin(farida, plek, wachtende):
    help_(plek.pk, "09:40")
    for _ in range(2):
        druk(farida, "extra_tijd", plek, wachtende.id, minuten=15)
    assert "0 van 25 minuten" in zie(farida)
    antwoord = druk(farida, "extra_tijd", plek, wachtende.id, minuten=600)
    assert antwoord.status_code == 409
    assert "Kies een tijd van 0 tot 60 minuten" in antwoord.content.decode()


def test_product_erbij(farida, plek, kantoor, wachtende):
    een_product("rijbewijs", locatie=kantoor.locatie)
    help_(plek.pk, "09:40")
    adres = reverse("balie_product", args=[wachtende.id])
    assert "Rijbewijs aanvragen" in zie(farida, adres)
    velden = {"werkplek": plek.pk, "bezoek_id": wachtende.id, "product": "rijbewijs"}
    for _ in range(2):
        assert farida.post(adres, velden)["Location"] == WERKPLEK
    assert [deel.product.code for deel in wachtende.delen.all()] == ["paspoort", "rijbewijs"]
    assert "Rijbewijs aanvragen" in zie(farida)
    assert farida.post(adres, velden | {"product": "bestaat-niet"}).status_code == 404


def test_wat_wij_regelen_staat_er_pas_na_vragen_en_elke_vraag_is_een_regel(farida, plek, kantoor):
    een_behoefte("kanarie")
    bezoek = een_bezoeker(kantoor, "10:00", "09:40", behoeften=("kanarie",))
    roep(plek.pk, "09:40", bezoek.id)
    assert "Lees wat we regelen" in zie(farida)
    assert "kanarie" not in zie(farida)
    assert not Inzage.objects.exists()
    druk(farida, "behoeften", plek, bezoek.id)
    for _ in range(2):
        assert "kanarie" in zie(farida)
    assert Inzage.objects.count() == 1
    druk(farida, "starten", plek, bezoek.id)
    assert "kanarie" in zie(farida)
    farida.post(reverse("balie_afronden", args=[bezoek.id]), {"uitkomst": "geholpen"})
    assert "kanarie" not in zie(farida)


def test_een_collega_leest_zelf_wat_wij_regelen(farida, plek, kantoor):
    een_behoefte("kanarie")
    bezoek = een_bezoeker(kantoor, "10:00", "09:40", behoeften=("kanarie",))
    help_(plek.pk, "09:40", bezoek.id)
    druk(farida, "behoeften", plek, bezoek.id)
    ander = browser_van(kantoor.medewerkers[1])
    daar = ga_zitten(ander, kantoor, 1)
    assert druk(ander, "behoeften", daar, bezoek.id).status_code == 404
    assert "kanarie" not in zie(ander)
    assert Inzage.objects.count() == 1


def test_alarm_staat_bij_elke_open_balie_tot_iemand_gaat(farida, plek, kantoor):
    ander = browser_van(kantoor.medewerkers[1])
    daar = ga_zitten(ander, kantoor, 1)
    assert "Roep nu hulp" in zie(farida)
    for _ in range(2):
        druk(farida, "alarm", plek)
    alarm = Alarm.objects.get()
    assert "Balie 1 vraagt hulp." in zie(ander)
    ander.post(reverse("balie_alarm_beantwoorden"), {"alarm": alarm.pk, "werkplek": daar.pk})
    assert "vraagt hulp" not in zie(farida)
    assert f"{kantoor.medewerkers[1].gebruiker.username} komt u helpen." in zie(farida)


def test_een_alarm_van_een_ander_kantoor_is_er_niet(farida, plek):
    ander = een_balie_kantoor("segbroek")
    daar = browser_van(ander.medewerkers[0])
    druk(daar, "alarm", ga_zitten(daar, ander))
    assert "vraagt hulp" not in zie(farida)
    antwoord = farida.post(reverse("balie_alarm_beantwoorden"), {"alarm": Alarm.objects.get().pk})
    assert antwoord.status_code == 404


@pytest.mark.parametrize("naam", [n for n in MET_BEZOEK if n != "behoeften"] + ["oproepen"])
def test_een_bezoeker_van_een_ander_kantoor_is_er_niet(farida, plek, naam):
    elders = een_inloper(een_balie_kantoor("segbroek"))
    assert druk(farida, naam, plek, elders.id, **MET_BEZOEK.get(naam, {})).status_code == 404
    assert druk(farida, naam, plek, uuid4(), **MET_BEZOEK.get(naam, {})).status_code == 404
    assert status(elders) == "wachtend"


@pytest.mark.parametrize("naam", MET_BEZOEK)
def test_een_knop_zonder_of_met_rare_velden_is_een_zin(farida, plek, naam):
    for velden in ({"werkplek": plek.pk}, {"werkplek": plek.pk, "bezoek_id": "\x00"}, {"werkplek": "x"}):
        antwoord = farida.post(reverse(f"balie_{naam}"), velden)
        assert antwoord.status_code == 422
        assert "Deze knop kennen wij niet" in antwoord.content.decode()


@pytest.mark.parametrize("naam", [*MET_BEZOEK, "oproepen", "sluiten", "pauzeren", "hervatten", "alarm"])
def test_een_knop_is_alleen_een_knop_en_alleen_voor_deze_rol(farida, kantoor, naam):
    assert farida.get(reverse(f"balie_{naam}")).status_code == 405
    assert ingelogd("host", locatie=kantoor.locatie).post(reverse(f"balie_{naam}")).status_code == 403


@pytest.mark.parametrize("naam", ["afronden", "doorgeven", "product"])
def test_een_bladzijde_over_wie_ergens_anders_is_bestaat_niet(farida, plek, naam):
    elders = een_inloper(een_balie_kantoor("segbroek"))
    adres = reverse(f"balie_{naam}", args=[elders.id])
    assert farida.get(adres).status_code == 404
    assert farida.post(adres, {"uitkomst": "geholpen", "naar": "iedereen"}).status_code == 404
    assert farida.get(reverse(f"balie_{naam}", args=[uuid4()])).status_code == 404


@pytest.mark.parametrize("naam", ["afronden", "doorgeven", "product"])
def test_een_bladzijde_over_wie_er_niet_meer_is_zegt_dat(farida, plek, wachtende, naam):
    help_(plek.pk, "09:40")
    adres = reverse(f"balie_{naam}", args=[wachtende.id])
    assert farida.get(adres).status_code == 200
    farida.post(reverse("balie_afronden", args=[wachtende.id]), {"uitkomst": "geholpen"})
    antwoord = farida.get(adres)
    assert antwoord.status_code == 409
    assert "Deze bezoeker is nu niet bij u" in antwoord.content.decode()


def test_wie_intussen_is_weggegaan_wordt_niet_geroepen(farida, plek, wachtende):
    bezoeker_vertrokken(bezoek_id=wachtende.id, nu=op("09:39"), rol="host")
    antwoord = druk(farida, "oproepen", plek, wachtende.id)
    assert antwoord.status_code == 409
    assert status(wachtende) == "vertrokken"


def test_de_bladzijde_kost_evenveel_vragen_hoe_lang_de_rij_ook_is(farida, plek, kantoor):
    een_behoefte("rolstoel")
    bezoek = een_bezoeker(kantoor, "10:00", "09:40", behoeften=("rolstoel",))
    help_(plek.pk, "09:40", bezoek.id)
    druk(farida, "behoeften", plek, bezoek.id)
    with CaptureQueriesContext(connection) as kort:
        zie(farida)
    for _ in range(6):
        een_inloper(kantoor, "09:41", behoeften=("rolstoel",))
    with CaptureQueriesContext(connection) as lang:
        zie(farida)
    assert len(kort) == len(lang) <= 36
