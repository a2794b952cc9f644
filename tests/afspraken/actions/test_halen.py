"""Fetching: a task from the call on, or because somebody outside asks; once, done, undone, and forgotten."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from afspraken.actions.aanmelden_terugdraaien import aanmelden_terugdraaien
from afspraken.actions.afstemmingen_vergeten import afstemmingen_vergeten
from afspraken.actions.beurtsms_stoppen import beurtsms_stoppen
from afspraken.actions.bezoek_afronden import bezoek_afronden
from afspraken.actions.bezoek_starten import bezoek_starten
from afspraken.actions.bezoeker_binnen_melden import bezoeker_binnen_melden
from afspraken.actions.bezoeker_halen_vragen import TeVaakGevraagd, bezoeker_halen_vragen
from afspraken.actions.bezoeker_niet_hier import bezoeker_niet_hier
from afspraken.actions.bezoeker_opnieuw_oproepen import bezoeker_opnieuw_oproepen
from afspraken.actions.haaltaak_afronden import haaltaak_afronden
from afspraken.actions.haaltaak_heropenen import haaltaak_heropenen
from afspraken.actions.stappen.aankomst import TeVroeg
from afspraken.actions.stappen.bezoekrij import NietMogelijkNu
from afspraken.actions.toestemming_intrekken import toestemming_intrekken
from afspraken.models import Afspraak, Bezoek, Gebeurtenis, Haaltaak, Wachtrijversie
from afspraken.queries.haaltaken import Haalregel, haaltaken
from locaties.rules.weigering import NietGevonden
from tests.bouwers import een_afspraak, een_behoefte, een_kantoor, op
from tests.dagbouwers import een_bezoeker, een_inloper, een_werkplek, roep

pytestmark = pytest.mark.django_db


@pytest.fixture
def balie(kantoor):
    een_behoefte("zien", roepwijze="ophalen")
    return een_werkplek(kantoor)


@pytest.fixture
def bezoek(kantoor, balie):
    """Somebody who is fetched waits."""
    return een_bezoeker(kantoor, "10:00", "09:55", behoeften=("zien",))


def taken(kantoor, om="10:00") -> tuple[Haalregel, ...]:
    return haaltaken(locatie_id=kantoor.locatie.pk, nu=op(om))


def test_pas_bij_de_oproep_staat_er_een_taak_en_die_gaat_weg_als_het_begint(kantoor, balie, bezoek):
    assert taken(kantoor) == ()
    roep(balie, "10:00")
    (taak,) = taken(kantoor, "10:02")
    assert (taak.nummer, taak.naam, taak.balie, taak.minuten) == ("A 1", "De Wit", 1, 2)
    assert (taak.staat_buiten, taak.is_gedaan) == (False, False)
    bezoek_starten(werkplek_id=balie, bezoek_id=bezoek.id, nu=op("10:03"))
    assert taken(kantoor, "10:03") == ()


def test_wie_het_scherm_leest_hoeft_niemand_te_halen(kantoor, balie):
    een_inloper(kantoor)
    roep(balie, "09:31")
    assert not Haaltaak.objects.exists()


def test_gehaald_kan_worden_teruggedraaid_en_twee_keer_is_een_keer(kantoor, balie, bezoek):
    roep(balie, "10:00")
    taak = Haaltaak.objects.get().id
    for _ in range(2):
        haaltaak_afronden(taak_id=taak, nu=op("10:01"))
    assert [regel.is_gedaan for regel in taken(kantoor, "10:02")] == [True]
    assert taken(kantoor, "10:05") == ()
    for _ in range(2):
        haaltaak_heropenen(taak_id=taak, nu=op("10:02"))
    assert [regel.is_gedaan for regel in taken(kantoor, "10:05")] == [False]
    assert Haaltaak.objects.get().sinds == op("10:00")


def test_nog_eens_roepen_zet_een_nieuwe_taak_en_nooit_twee_tegelijk(kantoor, balie, bezoek):
    roep(balie, "10:00")
    bezoeker_opnieuw_oproepen(werkplek_id=balie, bezoek_id=bezoek.id, nu=op("10:01"))
    assert Haaltaak.objects.get().sinds == op("10:01")
    oud = Haaltaak.objects.get().id
    haaltaak_afronden(taak_id=oud, nu=op("10:01"))
    bezoeker_opnieuw_oproepen(werkplek_id=balie, bezoek_id=bezoek.id, nu=op("10:02"))
    haaltaak_heropenen(taak_id=oud, nu=op("10:03"))
    assert Haaltaak.objects.filter(gedaan_op=None).count() == 1


def test_wie_terug_is_in_de_zaal_hoeft_niet_meer_gehaald(kantoor, balie, bezoek):
    roep(balie, "10:00")
    bezoeker_niet_hier(werkplek_id=balie, bezoek_id=bezoek.id, nu=op("10:01"))
    assert taken(kantoor, "10:01") == ()
    roep(balie, "10:05", bezoek.id)
    assert [regel.minuten for regel in taken(kantoor, "10:06")] == [1]


def test_een_taak_van_een_ander_kantoor_of_die_er_niet_is_bestaat_niet(kantoor, balie, bezoek):
    roep(balie, "10:00")
    taak, elders = Haaltaak.objects.get().id, frozenset({een_kantoor("segbroek").locatie.pk})
    for doe in (haaltaak_afronden, haaltaak_heropenen):
        with pytest.raises(NietGevonden):
            doe(taak_id=taak, nu=op("10:01"), locatie_ids=elders)
        with pytest.raises(NietGevonden):
            doe(taak_id=uuid4(), nu=op("10:01"))
    assert Haaltaak.objects.get().gedaan_op is None


def test_kom_mij_halen_meldt_aan_en_zet_een_taak_zonder_reden(kantoor):
    gemaakt = een_afspraak(kantoor)
    for om in ("09:50", "09:51"):
        kaart = bezoeker_halen_vragen(afspraak_id=gemaakt.afspraak_id, nu=op(om))
    assert (kaart.letter, kaart.nummer) == ("A", 1)
    (taak,) = taken(kantoor, "09:55")
    assert (taak.nummer, taak.balie, taak.staat_buiten, taak.minuten) == ("A 1", None, True, 5)
    assert Bezoek.objects.get().roepwijze == "scherm"
    assert {g.soort for g in Gebeurtenis.objects.filter(bezoek__isnull=False)} == {"bezoek.aangemeld"}


def test_te_vroeg_komt_er_niemand_naar_buiten(kantoor):
    gemaakt = een_afspraak(kantoor)
    with pytest.raises(TeVroeg):
        bezoeker_halen_vragen(afspraak_id=gemaakt.afspraak_id, nu=op("09:20"))
    assert not Haaltaak.objects.exists()


def test_wie_al_wordt_geholpen_vraagt_niemand_meer(kantoor, balie):
    bezoek = een_bezoeker(kantoor, "10:00", "09:55")
    roep(balie, "10:00")
    bezoek_starten(werkplek_id=balie, bezoek_id=bezoek.id, nu=op("10:01"))
    with pytest.raises(NietMogelijkNu, match="al geholpen"):
        bezoeker_halen_vragen(afspraak_id=Afspraak.objects.get().id, nu=op("10:02"))


def test_wie_buiten_staat_en_wordt_geroepen_is_een_taak_met_de_balie(kantoor, balie):
    gemaakt = een_afspraak(kantoor, behoeften=("zien",))
    bezoeker_halen_vragen(afspraak_id=gemaakt.afspraak_id, nu=op("09:55"))
    roep(balie, "10:00")
    (taak,) = taken(kantoor, "10:01")
    assert (taak.staat_buiten, taak.balie, taak.minuten) == (True, 1, 6)


def test_wie_toch_binnen_is_haalt_de_vraag_weg(kantoor):
    gemaakt = een_afspraak(kantoor)
    kaart = bezoeker_halen_vragen(afspraak_id=gemaakt.afspraak_id, nu=op("09:50"))
    for _ in range(2):
        bezoeker_binnen_melden(bezoek_id=kaart.bezoek_id, nu=op("09:52"))
    assert [regel.is_gedaan for regel in taken(kantoor, "09:53")] == [True]
    assert Bezoek.objects.get().status == "wachtend"


def test_wie_niets_nieuws_zegt_wekt_geen_enkele_bladzijde(kantoor):
    gemaakt = een_afspraak(kantoor)
    kaart = bezoeker_halen_vragen(afspraak_id=gemaakt.afspraak_id, nu=op("09:50"))
    versie = Wachtrijversie.objects.get().versie
    assert bezoeker_halen_vragen(afspraak_id=gemaakt.afspraak_id, nu=op("09:51")).nummer == kaart.nummer
    assert Wachtrijversie.objects.get().versie == versie
    bezoeker_binnen_melden(bezoek_id=kaart.bezoek_id, nu=op("09:52"))
    bezoeker_binnen_melden(bezoek_id=kaart.bezoek_id, nu=op("09:53"))
    beurtsms_stoppen(bezoek_id=kaart.bezoek_id, nu=op("09:54"), rol="burger")
    assert Wachtrijversie.objects.get().versie == versie + 1


def test_wie_blijft_vragen_en_terugnemen_houdt_een_keer_op(kantoor):
    gemaakt = een_afspraak(kantoor)
    for _ in range(5):
        kaart = bezoeker_halen_vragen(afspraak_id=gemaakt.afspraak_id, nu=op("09:50"))
        bezoeker_binnen_melden(bezoek_id=kaart.bezoek_id, nu=op("09:51"))
    with pytest.raises(TeVaakGevraagd):
        bezoeker_halen_vragen(afspraak_id=gemaakt.afspraak_id, nu=op("09:52"))


def test_na_het_bezoek_is_er_niets_meer_van_over(kantoor, balie, bezoek):
    roep(balie, "10:00")
    haaltaak_afronden(taak_id=Haaltaak.objects.get().id, nu=op("10:01"))
    bezoek_starten(werkplek_id=balie, bezoek_id=bezoek.id, nu=op("10:02"))
    bezoek_afronden(werkplek_id=balie, bezoek_id=bezoek.id, uitkomst="geholpen", nu=op("10:10"))
    assert not Haaltaak.objects.exists()


def test_met_het_terugdraaien_van_de_aankomst_gaat_de_taak_weg(kantoor):
    gemaakt = een_afspraak(kantoor)
    kaart = bezoeker_halen_vragen(afspraak_id=gemaakt.afspraak_id, nu=op("09:50"))
    aanmelden_terugdraaien(bezoek_id=kaart.bezoek_id, nu=op("09:51"), rol="host")
    assert not Haaltaak.objects.exists()


def test_wie_zijn_toestemming_intrekt_wordt_niet_meer_gehaald(kantoor, balie, bezoek):
    roep(balie, "10:00")
    toestemming_intrekken(afspraak_id=Afspraak.objects.get().id, nu=op("10:01"), rol="burger")
    assert not Haaltaak.objects.exists()


def test_een_dag_later_is_ook_weg_wat_bleef_liggen(kantoor, balie, bezoek):
    roep(balie, "10:00")
    Bezoek.objects.update(status="niet_verschenen", klaar_op=op("10:30"))
    afstemmingen_vergeten(nu=op("10:30") + timedelta(hours=23))
    assert not Haaltaak.objects.exists()
