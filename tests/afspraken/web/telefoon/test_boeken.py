"""The phone agent books for a caller."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from django.test import Client
from django.urls import reverse

from afspraken.models import Afspraak, Contact
from tests.afspraken.web.personeel import ingelogd
from tests.bouwers import een_afspraak, een_behoefte, een_leeftijdsgroep, op
from toegankelijkheid.models import Afstemming, Toestemming

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_klok")]
GEEN_HULP = {"taal": "nl", "hulp": "nee", "spreektaal": "", "begeleiding": ""}
MET_SMS = {
    "achternaam": "Yılmaz",
    "rol": "bezoeker",
    "kanaal": "sms",
    "telefoon": "06 1234 5678",
    "email": "",
}


@pytest.fixture
def telefonist() -> Client:
    return ingelogd("telefonist")


def _kies_product(browser: Client, **velden: object):
    gegevens = {"product": "paspoort", **(velden or {"aantal_0": 1})}
    return browser.post(reverse("telefoon_product"), gegevens)


def _tot_gegevens(browser: Client, wensen: Mapping[str, object] | None = None) -> None:
    _kies_product(browser)
    browser.post(reverse("telefoon_boeken"), wensen or GEEN_HULP)
    gekozen = {"begin": op("10:00").isoformat(), "kantoor": "loosduinen"}
    antwoord = browser.post(reverse("telefoon_moment"), gekozen)
    assert antwoord["Location"] == reverse("telefoon_gegevens")


def _maak(browser: Client, gegevens: Mapping[str, object]):
    antwoord = browser.post(reverse("telefoon_gegevens"), gegevens)
    assert antwoord["Location"] == reverse("telefoon_controle")
    bladzijde = browser.get(reverse("telefoon_controle")).content.decode()
    formulier = re.search(r'name="formulier" value="([^"]+)"', bladzijde)
    assert formulier
    return browser.post(reverse("telefoon_controle"), {"formulier": formulier[1]})


def test_langer_vasthouden_is_geen_weg_om_de_toets_heen(telefonist, kantoor):
    _tot_gegevens(telefonist)
    half = {"achternaam": "Yıl\x00maz", "kanaal": "email", "email": "yilmaz@"}
    telefonist.post(reverse("telefoon_moment_verlengen"), MET_SMS | half)
    bladzijde = telefonist.get(reverse("telefoon_controle")).content.decode()
    formulier = re.search(r'name="formulier" value="([^"]+)"', bladzijde)
    assert formulier
    antwoord = telefonist.post(reverse("telefoon_controle"), {"formulier": formulier[1]})
    assert antwoord.status_code == 409
    assert "Dit e-mailadres klopt niet" in antwoord.content.decode()
    assert not Contact.objects.exists()


def test_boeken_voor_een_beller_geeft_een_afspraak_van_de_telefoon(telefonist, kantoor):
    _tot_gegevens(telefonist)
    antwoord = _maak(telefonist, MET_SMS)
    afspraak = Afspraak.objects.get()
    assert antwoord["Location"] == reverse("telefoon_afspraak", args=[afspraak.id])
    assert (afspraak.status, afspraak.herkomst, afspraak.begin) == ("bevestigd", "telefoon", op("10:00"))
    assert Contact.objects.get().achternaam == "Yılmaz"


def test_mondelinge_toestemming_wordt_als_mondeling_bewaard(telefonist, kantoor):
    een_behoefte("uitleg")
    wensen = GEEN_HULP | {"hulp": "ja", "behoeften": ["uitleg"], "toestemming": "ja"}
    _tot_gegevens(telefonist, wensen)
    _maak(telefonist, MET_SMS)
    assert Toestemming.objects.get().wijze == "mondeling"


def test_zonder_toestemming_bewaren_we_geen_behoefte(telefonist, kantoor):
    een_behoefte("uitleg")
    wensen = GEEN_HULP | {"hulp": "ja", "behoeften": ["uitleg"], "toestemming": "nee"}
    _tot_gegevens(telefonist, wensen)
    _maak(telefonist, MET_SMS)
    assert Afspraak.objects.get().afstemming_id is None
    assert not Afstemming.objects.exists()


def test_de_telefonist_moet_om_toestemming_vragen(telefonist, kantoor):
    een_behoefte("uitleg")
    _kies_product(telefonist)
    wensen = GEEN_HULP | {"hulp": "ja", "behoeften": ["uitleg"]}
    antwoord = telefonist.post(reverse("telefoon_boeken"), wensen)
    assert antwoord.status_code == 422
    assert "Vraag om toestemming" in antwoord.content.decode()


def test_een_beller_zonder_mobiel_krijgt_een_brief_om_af_te_drukken(telefonist, kantoor):
    _tot_gegevens(telefonist)
    antwoord = _maak(telefonist, MET_SMS | {"kanaal": "papier", "telefoon": "070 353 30 00"})
    afspraak = Afspraak.objects.get()
    assert antwoord["Location"] == reverse("telefoon_brief")
    brief = telefonist.get(antwoord["Location"]).content.decode()
    for tekst in (
        afspraak.code,
        "dinsdag 3 november 2026 om 10.00 uur",
        "uw oude pas",
        "14 070",
        "Aan: Yılmaz",
    ):
        assert tekst in brief


def test_op_papier_kan_zonder_nummer_en_zonder_mail(telefonist, kantoor):
    _tot_gegevens(telefonist)
    _maak(telefonist, MET_SMS | {"kanaal": "papier", "telefoon": ""})
    assert Contact.objects.get().kanaal == "papier"


def test_naar_een_vast_nummer_gaat_geen_sms(telefonist, kantoor):
    _tot_gegevens(telefonist)
    antwoord = telefonist.post(reverse("telefoon_gegevens"), MET_SMS | {"telefoon": "070 353 30 00"})
    assert antwoord.status_code == 422
    bladzijde = antwoord.content.decode()
    assert "geen sms naartoe sturen" in bladzijde
    assert "070 353 30 00" in bladzijde


def test_aan_de_telefoon_gelden_de_grenzen_van_de_site_niet(telefonist, kantoor):
    for om in ("09:00", "09:15", "09:30"):
        een_afspraak(kantoor, om=om)
    _tot_gegevens(telefonist)
    _maak(telefonist, MET_SMS)
    assert Afspraak.objects.filter(status="bevestigd").count() == 4


def test_een_gedeeld_nummer_wordt_zo_bewaard(telefonist, kantoor):
    _tot_gegevens(telefonist)
    _maak(telefonist, MET_SMS | {"gedeeld": "on"})
    assert Contact.objects.get().gedeeld


def test_twee_keer_op_de_knop_is_een_afspraak(telefonist, kantoor):
    _tot_gegevens(telefonist)
    telefonist.post(reverse("telefoon_gegevens"), MET_SMS)
    formulier = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"
    een = telefonist.post(reverse("telefoon_controle"), {"formulier": formulier})
    twee = telefonist.post(reverse("telefoon_controle"), {"formulier": formulier})
    assert een["Location"] == twee["Location"]
    assert Afspraak.objects.filter(status="bevestigd").count() == 1


def test_per_leeftijdsgroep_telt_de_telefonist_mensen(telefonist, kantoor):
    een_leeftijdsgroep(kantoor.product, "0-11", 10, 5)
    een_leeftijdsgroep(kantoor.product, "18+", 10, 5)
    _kies_product(telefonist, aantal_0=2, aantal_1=1)
    bladzijde = telefonist.get(reverse("telefoon_boeken")).content.decode()
    assert "2 × 0 tot en met 11 jaar, 1 × 18 jaar of ouder" in bladzijde


@pytest.mark.parametrize("aantal", ["0", "7", "-1", "veel", ""])
def test_een_aantal_dat_niet_kan_is_een_zin(telefonist, kantoor, aantal):
    antwoord = _kies_product(telefonist, aantal_0=aantal)
    assert antwoord.status_code == 422
    assert "Er ging iets mis" in antwoord.content.decode()


def test_een_product_kan_weer_weg(telefonist, kantoor):
    _kies_product(telefonist)
    telefonist.post(reverse("telefoon_product_weghalen"), {"product": "paspoort"})
    assert "Haal weg" not in telefonist.get(reverse("telefoon_boeken")).content.decode()


def test_zonder_product_vraagt_de_bladzijde_erom(telefonist, kantoor):
    antwoord = telefonist.post(reverse("telefoon_boeken"), GEEN_HULP)
    assert antwoord.status_code == 422
    assert "Kies eerst wat de inwoner wil regelen" in antwoord.content.decode()


def test_een_bezette_tijd_bewaart_wat_is_ingevuld(telefonist, kantoor):
    een_afspraak(kantoor, om="10:00")
    _kies_product(telefonist)
    telefonist.post(reverse("telefoon_boeken"), GEEN_HULP)
    gekozen = {"begin": op("10:00").isoformat(), "kantoor": "loosduinen"}
    antwoord = telefonist.post(reverse("telefoon_moment"), gekozen)
    assert antwoord.status_code == 409
    assert "Haal weg" in telefonist.get(reverse("telefoon_boeken")).content.decode()


@pytest.mark.parametrize("naam", ["telefoon_moment", "telefoon_gegevens", "telefoon_controle"])
def test_wie_een_stap_overslaat_gaat_terug(telefonist, naam):
    assert telefonist.get(reverse(naam)).status_code == 302


@pytest.mark.parametrize("vraag", [{"kantoor": "bestaat-niet"}, {"kantoor": "' or 1=1"}])
def test_een_kantoor_dat_niet_bestaat_is_er_niet(telefonist, kantoor, vraag):
    _kies_product(telefonist)
    assert telefonist.get(reverse("telefoon_moment"), vraag).status_code == 404


@pytest.mark.parametrize("datum", ["", "morgen", "1900-01-01", "9999-12-31"])
def test_een_vreemde_datum_geeft_een_bladzijde(telefonist, kantoor, datum):
    _kies_product(telefonist)
    vraag = {"kantoor": "loosduinen", "datum": datum, "van": datum}
    assert telefonist.get(reverse("telefoon_moment"), vraag).status_code == 200


def test_langer_vasthouden_bewaart_wat_er_al_staat(telefonist, kantoor):
    _tot_gegevens(telefonist)
    getypt = MET_SMS | {"telefoon": "06 12", "rol": "ouder", "gedeeld": "on"}
    antwoord = telefonist.post(reverse("telefoon_moment_verlengen"), getypt)
    assert antwoord["Location"] == reverse("telefoon_gegevens")
    bladzijde = telefonist.get(antwoord["Location"]).content.decode()
    for tekst in ('value="Yılmaz"', 'value="06 12"', 'value="ouder" selected'):
        assert tekst in bladzijde
    assert bladzijde.count(" checked") == len(("sms", "gedeeld"))
    assert Afspraak.objects.get().verlengd == 1


def test_langer_vasthouden_bij_de_controle_blijft_bij_de_controle(telefonist, kantoor):
    _tot_gegevens(telefonist)
    telefonist.post(reverse("telefoon_gegevens"), MET_SMS)
    antwoord = telefonist.post(reverse("telefoon_moment_verlengen"), {"formulier": "x"})
    assert antwoord["Location"] == reverse("telefoon_controle")
    assert "Yılmaz" in telefonist.get(antwoord["Location"]).content.decode()


def test_een_nieuwe_beller_begint_leeg_en_de_oude_tijd_komt_vrij(telefonist, kantoor):
    _tot_gegevens(telefonist)
    telefonist.post(reverse("telefoon_boeken_opnieuw"))
    assert Afspraak.objects.get().status == "verlopen"
    assert "Haal weg" not in telefonist.get(reverse("telefoon_boeken")).content.decode()


def test_lezen_van_opnieuw_beginnen_verandert_niets(telefonist, kantoor):
    _tot_gegevens(telefonist)
    telefonist.get(reverse("telefoon_boeken_opnieuw"))
    assert Afspraak.objects.get().status == "vastgehouden"


def test_een_vervalst_formuliernummer_is_een_zin(telefonist, kantoor):
    _tot_gegevens(telefonist)
    telefonist.post(reverse("telefoon_gegevens"), MET_SMS)
    antwoord = telefonist.post(reverse("telefoon_controle"), {"formulier": "x"})
    assert antwoord.status_code == 409


@pytest.mark.parametrize(
    "begin",
    ["9999-12-31T23:59:59+00:00", "0001-01-01T00:00:00+00:00", "2026-11-01T09:00:00+00:00", "\x00", "nu"],
)
def test_een_verzonnen_begin_is_een_zin(telefonist, kantoor, begin):
    _kies_product(telefonist)
    antwoord = telefonist.post(reverse("telefoon_moment"), {"begin": begin, "kantoor": "loosduinen"})
    assert antwoord.status_code in {409, 422}
    assert "Er ging iets mis" in antwoord.content.decode()


@pytest.mark.parametrize("code", ["bestaat-niet", "\x00", "' or 1=1", "x" * 5000])
def test_een_verzonnen_product_is_er_niet(telefonist, kantoor, code):
    assert telefonist.get(reverse("telefoon_product"), {"product": code}).status_code in {302, 404}
    assert telefonist.post(reverse("telefoon_product"), {"product": code}).status_code in {302, 404}


@pytest.mark.parametrize("veld", ["achternaam", "rol", "kanaal", "telefoon", "email", "gedeeld"])
@pytest.mark.parametrize("waarde", ["", "\x00", "x" * 10_000, "<script>", "💥", "' or 1=1 --"])
def test_onzin_in_een_veld_is_nooit_een_storing(telefonist, kantoor, veld, waarde):
    _tot_gegevens(telefonist)
    antwoord = telefonist.post(reverse("telefoon_gegevens"), MET_SMS | {veld: waarde})
    assert antwoord.status_code in {302, 422}
    assert "<script>" not in antwoord.content.decode().replace('<script src="', "")


@pytest.mark.parametrize("veld", ["taal", "hulp", "spreektaal", "begeleiding", "behoeften", "toestemming"])
@pytest.mark.parametrize("waarde", ["", "\x00", "x" * 10_000, "💥"])
def test_onzin_bij_de_wensen_is_nooit_een_storing(telefonist, kantoor, veld, waarde):
    _kies_product(telefonist)
    antwoord = telefonist.post(reverse("telefoon_boeken"), GEEN_HULP | {veld: waarde})
    assert antwoord.status_code in {302, 422}


@pytest.mark.parametrize(("dag", "te_laat"), [("2", False), ("26", True)])
def test_een_wettelijke_termijn_staat_bij_de_dagen(telefonist, kantoor, dag, te_laat):
    kantoor.product.wettelijke_termijn_werkdagen = 3
    kantoor.product.save()
    _kies_product(telefonist)
    maand = "11" if dag == "2" else "10"
    datum = {"gebeurtenis_op_0": dag, "gebeurtenis_op_1": maand, "gebeurtenis_op_2": "2026"}
    telefonist.post(reverse("telefoon_boeken"), GEEN_HULP | datum)
    bladzijde = telefonist.get(reverse("telefoon_moment"), {"kantoor": "loosduinen"}).content.decode()
    assert "Dit moet uiterlijk op" in bladzijde
    assert ("Deze dag is te laat" in bladzijde) is te_laat
