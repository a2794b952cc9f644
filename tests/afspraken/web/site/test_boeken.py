"""From the first page to the confirmation."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from afspraken.models import Afspraak, Contact
from locaties.models import Product
from tests.afspraken.web.site.bezoeker import Bezoeker, tekst_van
from tests.bouwers import Kantoorscene, een_behoefte, een_leeftijdsgroep, een_product, op
from toegankelijkheid.models import Afstemming


def test_een_afspraak_zonder_hulp(bezoeker: Bezoeker) -> None:
    bezoeker.tot_controle("10:00")
    antwoord = bezoeker.maak()
    assert "/bevestigd/" in antwoord["Location"]
    afspraak = Afspraak.objects.get(status="bevestigd")
    assert afspraak.begin == op("10:00")
    assert Contact.objects.get().telefoon == "+31612345678"


def test_de_sessie_weet_alleen_welke_aanvraag_het_is(bezoeker: Bezoeker) -> None:
    bezoeker.tot_controle()
    assert set(bezoeker.client.session.keys()) == {"aanvraag"}


def test_met_toestemming_wordt_de_hulp_vastgelegd(bezoeker: Bezoeker) -> None:
    een_behoefte("meer_tijd", extra=10)
    bezoeker.kies_product()
    assert bezoeker.stuur("hulp_kiezen", hulp="ja")["Location"] == reverse("behoeften_kiezen")
    bezoeker.stuur("behoeften_kiezen", behoeften=["meer_tijd"], toestemming="on")
    assert "Hier kan wat u nodig hebt" in bezoeker.lees("locatie_kiezen")
    bezoeker.stuur("locatie_kiezen", locatie="loosduinen")
    bezoeker.kies_tijd()
    bezoeker.vul_gegevens()
    assert "meer_tijd" in bezoeker.lees("afspraak_controleren")
    bezoeker.maak()
    assert Afspraak.objects.get(status="bevestigd").afstemming_id == Afstemming.objects.get().pk


def test_zonder_toestemming_gaat_de_afspraak_door_en_bewaren_wij_niets(bezoeker: Bezoeker) -> None:
    een_behoefte("meer_tijd", extra=10)
    bezoeker.kies_product()
    bezoeker.stuur("hulp_kiezen", hulp="ja")
    bezoeker.stuur("behoeften_kiezen", behoeften=["meer_tijd"], zonder="1")
    assert "Hier kan wat u nodig hebt" not in bezoeker.lees("locatie_kiezen")
    bezoeker.stuur("locatie_kiezen", locatie="loosduinen")
    bezoeker.kies_tijd()
    bezoeker.vul_gegevens()
    assert "U vertelt het bij de ingang" in bezoeker.lees("afspraak_controleren")
    bezoeker.maak()
    assert Afspraak.objects.filter(status="bevestigd").count() == 1
    assert not Afstemming.objects.exists()


def test_een_vergeten_vinkje_vraagt_nog_een_keer(bezoeker: Bezoeker) -> None:
    een_behoefte("meer_tijd")
    bezoeker.kies_product()
    bezoeker.stuur("hulp_kiezen", hulp="ja")
    antwoord = bezoeker.stuur("behoeften_kiezen", behoeften=["meer_tijd"])
    assert antwoord.status_code == 422
    assert "Mogen wij dit bewaren? Zet een vinkje" in tekst_van(antwoord)
    assert 'value="meer_tijd"' in tekst_van(antwoord)
    assert " checked" in tekst_van(antwoord)


def test_bel_mij_vraagt_een_telefoonnummer(bezoeker: Bezoeker) -> None:
    een_behoefte("anders")
    bezoeker.kies_product()
    bezoeker.stuur("hulp_kiezen", hulp="ja")
    antwoord = bezoeker.stuur("behoeften_kiezen", behoeften=["anders"], toestemming="on")
    assert antwoord.status_code == 422
    assert "Vul uw telefoonnummer in" in tekst_van(antwoord)
    antwoord = bezoeker.stuur(
        "behoeften_kiezen", behoeften=["anders"], toestemming="on", telefoon="070 3533000"
    )
    assert antwoord.status_code == 302


def test_ik_heb_niets_nodig_is_hetzelfde_als_nee(bezoeker: Bezoeker) -> None:
    bezoeker.kies_product()
    bezoeker.stuur("hulp_kiezen", hulp="ja")
    assert bezoeker.stuur("behoeften_kiezen", niets="1")["Location"] == reverse("locatie_kiezen")


def test_leeftijden_bepalen_wie_er_komen(bezoeker: Bezoeker, kantoor: Kantoorscene) -> None:
    een_leeftijdsgroep(kantoor.product, "0-11", 15, 10)
    een_leeftijdsgroep(kantoor.product, "18+", 10, 5)
    bezoeker.stuur("product_bekijken", "paspoort")
    assert "0 tot en met 11 jaar" in bezoeker.lees("personen_kiezen")
    assert bezoeker.stuur("personen_kiezen", groep_0="2", groep_1="1").status_code == 302
    assert "Paspoort aanvragen, 3 personen" in bezoeker.lees("hulp_kiezen")


@pytest.mark.parametrize(
    ("jong", "oud", "zin"),
    [
        ("0", "0", "Kies bij minstens 1 leeftijd"),
        ("4", "4", "In 1 afspraak kunnen wij 6 mensen helpen"),
        ("x", "1", "Kies een van"),
    ],
)
def test_onmogelijke_aantallen_krijgen_een_zin(bezoeker, kantoor, jong, oud, zin) -> None:
    een_leeftijdsgroep(kantoor.product, "0-11", 15, 10)
    een_leeftijdsgroep(kantoor.product, "18+", 10, 5)
    bezoeker.stuur("product_bekijken", "paspoort")
    antwoord = bezoeker.stuur("personen_kiezen", groep_0=jong, groep_1=oud)
    assert antwoord.status_code == 422
    assert zin in tekst_van(antwoord)


def test_een_tweede_product_komt_op_dezelfde_afspraak(bezoeker: Bezoeker, kantoor: Kantoorscene) -> None:
    idkaart = een_product("idkaart", locatie=kantoor.locatie, personen=1)
    kantoor.medewerkers[0].producten.add(idkaart)
    bezoeker.kies_product()
    bezoeker.stuur("product_bekijken", "idkaart", erbij="1")
    pagina = bezoeker.lees("hulp_kiezen")
    assert "Paspoort aanvragen, 1 persoon" in pagina
    assert "Idkaart aanvragen, 1 persoon" in pagina
    bezoeker.stuur("product_weghalen", "paspoort")
    assert "Paspoort aanvragen" not in bezoeker.lees("hulp_kiezen")


def test_een_wettelijke_termijn_waarschuwt_als_geen_dag_op_tijd_is(bezoeker, kantoor) -> None:
    Product.objects.update(wettelijke_termijn_werkdagen=3, code="geboorteaangifte")
    bezoeker.kies_product("geboorteaangifte")
    assert "Op welke dag is het kind geboren?" in bezoeker.lees("hulp_kiezen")
    datum = date(2026, 10, 27)
    velden = {f"gebeurtenis_op_{i}": str(deel) for i, deel in enumerate((datum.day, datum.month, datum.year))}
    assert bezoeker.stuur("gebeurtenis_invullen", **velden)["Location"] == reverse("hulp_kiezen")
    bezoeker.stuur("hulp_kiezen", hulp="nee")
    assert "te laat" in bezoeker.lees("locatie_kiezen")
    bezoeker.stuur("locatie_kiezen", locatie="loosduinen")
    assert "U moet uiterlijk vrijdag 30 oktober komen" in bezoeker.lees("moment_kiezen")
    assert 'href="tel:14070"' in bezoeker.lees("geen_moment").split("<footer")[0]


@pytest.mark.parametrize(
    "delen", [("31", "2", "2026"), ("1", "13", "2026"), ("", "", ""), ("3", "12", "2026"), ("1", "1", "1990")]
)
def test_een_onmogelijke_datum_krijgt_een_zin(bezoeker: Bezoeker, delen: tuple[str, str, str]) -> None:
    Product.objects.update(wettelijke_termijn_werkdagen=3)
    bezoeker.kies_product()
    velden = {f"gebeurtenis_op_{i}": deel for i, deel in enumerate(delen)}
    antwoord = bezoeker.stuur("gebeurtenis_invullen", **velden)
    assert antwoord.status_code == 422
    assert "Er ging iets mis" in tekst_van(antwoord)


def test_wat_zonder_afspraak_gaat_kan_niet_worden_gekozen(bezoeker: Bezoeker) -> None:
    Product.objects.update(vorm="inloop")
    Product.objects.update(goed_om_te_weten="U hebt geen afspraak nodig. U hebt 3 maanden de tijd.")
    bladzijde = bezoeker.lees("product_bekijken", "paspoort")
    assert bladzijde.count("U hebt geen afspraak nodig") == 1
    assert "U hebt 3 maanden de tijd." in bladzijde
    bezoeker.stuur("product_bekijken", "paspoort")
    assert bezoeker.waar("hulp_kiezen") == reverse("product_kiezen")


def test_de_eerste_vrije_plek_kiest_kantoor_en_dag(bezoeker: Bezoeker) -> None:
    bezoeker.tot_kantoor()
    antwoord = bezoeker.stuur("locatie_kiezen", locatie="eerste")
    assert antwoord["Location"] == f"{reverse('moment_kiezen')}?dag=2026-11-03"
    assert "09:00" in bezoeker.lees("moment_kiezen", dag="2026-11-03")
