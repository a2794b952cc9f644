"""Another language half-way a page: what was typed and ticked stands there again, and nothing was sent."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from afspraken.queries.aanvraag import lees_aanvraag
from locaties.models import Product
from tests.afspraken.web.site.bezoeker import MIJN_GEGEVENS, Bezoeker
from tests.afspraken.web.taalknop import Formulieren, kies_andere_taal
from tests.bouwers import DINSDAG, Kantoorscene, een_behoefte, een_leeftijdsgroep, op


def _wissel(bezoeker: Bezoeker, naam: str, **getypt):
    """Switch; the page is the same one, whole, in English and without errors."""
    antwoord = kies_andere_taal(bezoeker.client, reverse(naam), **getypt)
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert antwoord.request["PATH_INFO"] == reverse(naam)
    assert '<html lang="en"' in tekst
    assert 'class="fouten"' not in tekst
    return antwoord


def _stand(bezoeker: Bezoeker):
    return lees_aanvraag(aanvraag_id=bezoeker.client.session["aanvraag"]).gegevens


def test_een_zoekwoord_dat_nog_niet_was_verstuurd(bezoeker: Bezoeker) -> None:
    antwoord = _wissel(bezoeker, "product_kiezen", zoek="pasport")
    assert antwoord.staat["zoek"] == ["pasport"]
    assert antwoord.request["QUERY_STRING"] == "zoek=pasport"
    assert "1 found" in antwoord.content.decode()
    assert '<html lang="en"' in bezoeker.lees("product_kiezen")


def test_hoeveel_mensen(bezoeker: Bezoeker) -> None:
    bezoeker.stuur("product_bekijken", "paspoort")
    assert _wissel(bezoeker, "personen_kiezen", aantal="3").staat["aantal"] == ["3"]
    assert not _stand(bezoeker).producten[0].groepen


def test_hoeveel_mensen_van_elke_leeftijd(bezoeker: Bezoeker, kantoor: Kantoorscene) -> None:
    for groep in ("0-11", "12+"):
        een_leeftijdsgroep(kantoor.product, groep, 10, 5)
    bezoeker.stuur("product_bekijken", "paspoort")
    staat = _wissel(bezoeker, "personen_kiezen", groep_0="2", groep_1="1").staat
    assert (staat["groep_0"], staat["groep_1"]) == (["2"], ["1"])


def test_een_dag_die_nog_niet_af_is(bezoeker: Bezoeker, kantoor: Kantoorscene) -> None:
    Product.objects.update(wettelijke_termijn_werkdagen=3)
    bezoeker.kies_product()
    getypt = {"gebeurtenis_op_0": "3", "gebeurtenis_op_1": "nov", "gebeurtenis_op_2": ""}
    staat = _wissel(bezoeker, "gebeurtenis_invullen", **getypt).staat
    assert staat == {naam: [waarde] for naam, waarde in getypt.items()}


def test_de_vragen_over_hulp(bezoeker: Bezoeker) -> None:
    bezoeker.kies_product()
    staat = _wissel(bezoeker, "hulp_kiezen", hulp="ja", begeleiding="eigen_tolk", spreektaal="so").staat
    assert staat == {"hulp": ["ja"], "begeleiding": ["eigen_tolk"], "spreektaal": ["so"]}
    assert _stand(bezoeker).hulp is None


def test_behoeften_zonder_dat_er_iets_bewaard_wordt(bezoeker: Bezoeker) -> None:
    for code in ("rolstoel", "lage_balie"):
        een_behoefte(code)
    bezoeker.kies_product()
    bezoeker.stuur("hulp_kiezen", hulp="ja")
    keuzes = ["lage_balie", "rolstoel"]
    staat = _wissel(bezoeker, "behoeften_kiezen", behoeften=keuzes, telefoon="06 1").staat
    assert sorted(staat["behoeften"]) == keuzes
    assert staat["telefoon"] == ["06 1"]
    assert "toestemming" not in staat
    assert _stand(bezoeker).behoeften == ()
    assert _stand(bezoeker).telefoon == ""


@pytest.mark.parametrize("om", ["10:00", "10:05"], ids=["op het kwartier", "daartussen"])
def test_dag_en_tijd(bezoeker: Bezoeker, om: str) -> None:
    bezoeker.tot_moment()
    begin = op(om).isoformat()
    staat = _wissel(bezoeker, "moment_kiezen", dag=DINSDAG.isoformat(), begin=begin).staat
    assert staat == {"dag": [DINSDAG.isoformat()], "begin": [begin]}
    assert _stand(bezoeker).begin is None


def test_een_dag_waarvan_de_tijden_nog_niet_te_zien_zijn(bezoeker: Bezoeker) -> None:
    bezoeker.tot_moment()
    antwoord = _wissel(bezoeker, "moment_kiezen", dag=DINSDAG.isoformat())
    assert antwoord.staat == {"dag": [DINSDAG.isoformat()]}
    assert "10:00" in antwoord.content.decode()


def test_de_knop_bij_de_dagen_toont_de_tijden_en_laat_een_adres_achter(bezoeker: Bezoeker) -> None:
    bezoeker.tot_moment()
    antwoord = bezoeker.stuur("moment_kiezen", dag=DINSDAG.isoformat(), begin=op("10:00"), toon="1")
    assert antwoord["Location"] == f"{reverse('moment_kiezen')}?dag={DINSDAG}"
    assert _stand(bezoeker).begin is None


def test_gegevens_en_de_berichten_gaan_mee_in_de_taal(bezoeker: Bezoeker) -> None:
    bezoeker.tot_gegevens()
    getypt = MIJN_GEGEVENS | {"telefoon": "06 12", "email": "half@", "kanaal": "sms"}
    staat = _wissel(bezoeker, "gegevens_invullen", **getypt).staat
    assert staat == {naam: [waarde] for naam, waarde in (getypt | {"taal": "en"}).items()}
    assert (_stand(bezoeker).achternaam, _stand(bezoeker).taal) == ("", "en")


def test_enter_verstuurt_het_formulier_en_wisselt_de_taal_niet(bezoeker: Bezoeker) -> None:
    bezoeker.tot_gegevens()
    knop = Formulieren(bezoeker.lees("gegevens_invullen")).eerste_knop("gegevens")
    assert "name" not in knop
    assert "formaction" not in knop


def test_een_andere_site_vult_hier_niets_in(bezoeker: Bezoeker) -> None:
    bezoeker.kies_product()
    streng = Client(enforce_csrf_checks=True)
    streng.cookies = bezoeker.client.cookies
    antwoord = streng.post(reverse("hulp_kiezen"), {"taalwissel": "en", "spreektaal": "so"})
    assert antwoord.status_code == 403


def test_een_taal_die_wij_niet_hebben_is_geen_knop_van_ons(bezoeker: Bezoeker) -> None:
    antwoord = bezoeker.client.get(reverse("product_kiezen"), {"taalwissel": "xx"})
    assert antwoord.status_code == 200
    assert "django_language" not in antwoord.cookies
