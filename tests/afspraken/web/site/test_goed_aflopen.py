"""Double click, back, two tabs, an expired hold, a time just taken: each ends well."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from unittest.mock import Mock

import pytest
import time_machine
from django.urls import reverse

from afspraken.actions.afspraak_annuleren import afspraak_annuleren
from afspraken.models import Aanvraag, Afspraak
from afspraken.web.site.views import controleren
from locaties.actions.stappen.daad import EvenDruk
from tests.afspraken.web.site.bezoeker import Bezoeker, tekst_van
from tests.bouwers import NU, Kantoorscene, een_afspraak

STAPPEN = (
    "hulp_kiezen",
    "behoeften_kiezen",
    "locatie_kiezen",
    "moment_kiezen",
    "gegevens_invullen",
    "afspraak_controleren",
)


@pytest.mark.parametrize("stap", STAPPEN)
def test_wie_een_stap_overslaat_begint_bij_de_eerste_die_ontbreekt(bezoeker: Bezoeker, stap: str) -> None:
    assert bezoeker.waar(stap) == reverse("product_kiezen")
    bezoeker.stuur("product_bekijken", "paspoort")
    assert bezoeker.waar(stap) == reverse("personen_kiezen")


@pytest.mark.parametrize("stap", [*STAPPEN[:-1], "afspraak_maken", "moment_verlengen", "personen_kiezen"])
def test_een_formulier_zonder_aanvraag_geeft_een_zin_en_geen_fout(bezoeker: Bezoeker, stap: str) -> None:
    antwoord = bezoeker.client.post(reverse(stap), {"formulier": "x"}, follow=True)
    assert antwoord.status_code == 200
    assert "Begin hier opnieuw" in tekst_van(antwoord)


@pytest.mark.parametrize("waarde", ["onzin", "00000000-0000-0000-0000-000000000000"])
def test_een_sessie_die_wij_niet_kennen_begint_opnieuw(bezoeker: Bezoeker, waarde: str) -> None:
    sessie = bezoeker.client.session
    sessie["aanvraag"] = waarde
    sessie.save()
    assert bezoeker.waar("gegevens_invullen") == reverse("product_kiezen")
    bezoeker.kies_product()
    assert Aanvraag.objects.count() == 1


def test_twee_keer_drukken_geeft_een_afspraak(bezoeker: Bezoeker) -> None:
    bezoeker.tot_controle()
    formulier = bezoeker.formulier()
    eerste, tweede = bezoeker.maak(formulier), bezoeker.maak(formulier)
    assert eerste["Location"] == tweede["Location"]
    assert Afspraak.objects.filter(status="bevestigd").count() == 1


def test_wie_steeds_net_te_laat_is_leest_dat_het_druk_is_en_kan_nog_eens_drukken(
    bezoeker: Bezoeker, monkeypatch: pytest.MonkeyPatch
) -> None:
    bezoeker.tot_controle()
    formulier = bezoeker.formulier()
    with monkeypatch.context() as even:
        even.setattr(controleren, "maak_afspraak", Mock(side_effect=EvenDruk()))
        druk = bezoeker.maak(formulier)
    assert druk.status_code == 409
    assert "Het is even druk" in tekst_van(druk)
    assert not Afspraak.objects.filter(status="bevestigd").exists()
    assert bezoeker.maak(formulier)["Location"].endswith("/bevestigd/")


def test_terug_na_de_afspraak_begint_een_nieuwe(bezoeker: Bezoeker) -> None:
    bezoeker.tot_controle()
    bezoeker.maak()
    assert "Deze aanvraag is klaar" in bezoeker.lees("afspraak_controleren")


def test_een_ander_tabblad_dat_iets_verandert_laat_opnieuw_kijken(bezoeker: Bezoeker) -> None:
    bezoeker.tot_controle("10:00")
    oud = bezoeker.formulier()
    bezoeker.kies_tijd("11:00")
    antwoord = bezoeker.client.post(reverse("afspraak_maken"), {"formulier": oud}, follow=True)
    assert "Uw keuzes zijn veranderd" in tekst_van(antwoord)
    assert not Afspraak.objects.filter(status="bevestigd").exists()


def test_een_verlopen_tijd_die_nog_vrij_is_wordt_toch_een_afspraak(
    bezoeker: Bezoeker, klok: time_machine.Traveller
) -> None:
    bezoeker.tot_controle("10:00")
    klok.shift(timedelta(minutes=45))
    assert "Wij houden uw tijd niet meer vast" in bezoeker.lees("afspraak_controleren")
    assert "/bevestigd/" in bezoeker.maak()["Location"]


def test_een_verlopen_tijd_die_weg_is_toont_wat_dichtbij_is(
    bezoeker: Bezoeker, klok: time_machine.Traveller, kantoor: Kantoorscene
) -> None:
    bezoeker.tot_controle("10:00")
    formulier = bezoeker.formulier()
    klok.shift(timedelta(minutes=45))
    een_afspraak(kantoor, om="10:00", nu=NU + timedelta(minutes=45), telefoon="06 87654321")
    antwoord = bezoeker.client.post(reverse("afspraak_maken"), {"formulier": formulier}, follow=True)
    tekst = tekst_van(antwoord)
    assert "Deze tijd is net door iemand anders gekozen" in tekst
    assert "Dichtbij 10.00 uur" in tekst
    bezoeker.kies_tijd("10:30")
    assert "De Wit" in bezoeker.lees("afspraak_controleren")


def test_een_tijd_die_net_is_gekozen_toont_andere(
    bezoeker: Bezoeker, nieuwe_bezoeker: Callable[[], Bezoeker]
) -> None:
    ander = nieuwe_bezoeker()
    bezoeker.tot_moment()
    ander.tot_gegevens("10:00")
    antwoord = bezoeker.kies_tijd("10:00")
    assert antwoord.status_code == 409
    assert "Dichtbij 10.00 uur" in tekst_van(antwoord)


@pytest.mark.parametrize(
    ("begin", "status"),
    [
        ("", 422),
        ("morgen", 422),
        ("2026-11-03T09:00:00", 422),
        ("2026-11-01T09:00:00+00:00", 409),
        ("2026-11-03T02:00:00+00:00", 409),
        ("2026-11-03T09:02:00+00:00", 409),
        ("2027-11-03T09:00:00+00:00", 409),
        ("9999-12-31T23:59:00+00:00", 409),
        ("0001-01-01T00:00:00+23:59", 422),
    ],
)
def test_een_onmogelijke_tijd_krijgt_een_zin(bezoeker: Bezoeker, begin: str, status: int) -> None:
    bezoeker.tot_moment()
    antwoord = bezoeker.stuur("moment_kiezen", begin=begin, dag="2026-11-03")
    assert antwoord.status_code == status
    assert "Kies een" in tekst_van(antwoord)


@pytest.mark.parametrize("dag", ["", "gisteren", "0001-01-01", "9999-12-31", "2026-11-04", "2026-02-30"])
def test_een_vreemde_dag_in_het_adres_is_geen_probleem(bezoeker: Bezoeker, dag: str) -> None:
    bezoeker.tot_moment()
    assert "Welke dag komt u?" in bezoeker.lees("moment_kiezen", dag=dag, rond=dag)


def test_een_kantoor_dat_niet_bestaat_krijgt_een_zin(bezoeker: Bezoeker) -> None:
    bezoeker.tot_kantoor()
    antwoord = bezoeker.stuur("locatie_kiezen", locatie="atlantis")
    assert antwoord.status_code == 422
    assert "Kies een kantoor waar plek is" in tekst_van(antwoord)


def test_langer_vasthouden_bewaart_wat_er_al_staat(bezoeker: Bezoeker, klok: time_machine.Traveller) -> None:
    bezoeker.tot_gegevens()
    klok.shift(timedelta(minutes=15))
    antwoord = bezoeker.client.post(
        reverse("moment_verlengen"), {"achternaam": "De Wit", "telefoon": "06 12"}, follow=True
    )
    tekst = tekst_van(antwoord)
    assert "Wij houden uw tijd langer vast" in tekst
    assert 'value="De Wit"' in tekst
    assert 'value="06 12"' in tekst
    assert "8.35 uur" in tekst


def test_te_laat_verlengen_zegt_dat_de_tijd_niet_meer_vast_staat(
    bezoeker: Bezoeker, klok: time_machine.Traveller
) -> None:
    bezoeker.tot_gegevens()
    klok.shift(timedelta(minutes=25))
    antwoord = bezoeker.client.post(reverse("moment_verlengen"), {"achternaam": "De Wit"}, follow=True)
    assert "Wij houden uw tijd niet meer vast" in tekst_van(antwoord)
    assert 'value="De Wit"' in tekst_van(antwoord)


def test_de_grens_per_contact_is_een_zin_op_de_controlebladzijde(
    bezoeker: Bezoeker, kantoor: Kantoorscene
) -> None:
    for om in ("09:00", "09:30"):
        een_afspraak(kantoor, om=om)
    bezoeker.tot_controle("10:30")
    antwoord = bezoeker.maak()
    assert antwoord.status_code == 409
    assert "Bel ons, dan helpen wij u" in tekst_van(antwoord)
    assert "De Wit" in tekst_van(antwoord)


def test_de_eigen_vastgehouden_tijd_staat_gekozen_op_de_bladzijde(bezoeker: Bezoeker) -> None:
    bezoeker.tot_gegevens("10:00")
    pagina = bezoeker.lees("moment_kiezen")
    assert re.search(r'value="2026-11-03T09:00:00\+00:00"[^>]* checked', pagina)
    assert "Dichtbij" not in pagina


def test_na_afzeggen_geeft_precies_dezelfde_vraag_een_nieuwe_afspraak(bezoeker: Bezoeker) -> None:
    bezoeker.tot_controle()
    bezoeker.maak()
    oud = Afspraak.objects.get(status="bevestigd")
    afspraak_annuleren(afspraak_id=oud.pk, nu=NU, rol="burger")

    bezoeker.tot_controle()
    bezoeker.maak()

    assert Afspraak.objects.get(status="bevestigd").pk != oud.pk
