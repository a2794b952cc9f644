"""Close the day: a decision for every visit that is open, once."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from afspraken.actions.bezoeker_inschrijven import bezoeker_inschrijven
from afspraken.actions.bezoeker_oproepen import bezoeker_oproepen
from afspraken.models import Afspraak, Bezoek, Gebeurtenis, Werkplek
from afspraken.queries.afsluiting import afsluiting
from afspraken.rules.aanvraag import Gevraagd
from tests.afspraken.web.personeel import ingelogd
from tests.bouwers import DINSDAG, een_afspraak, een_inzet, een_kantoor, op
from tests.dagbouwers import een_inloper, een_werkplek, help_

pytestmark = pytest.mark.django_db
AFSLUITEN = "/ontvangst/loosduinen/afsluiten/"


@pytest.fixture
def klok():
    with time_machine.travel(op("12:05"), tick=False) as reiziger:
        yield reiziger


@pytest.fixture
def host(kantoor, klok):
    return ingelogd("host", locatie=kantoor.locatie)


def zie(host):
    return host.get(AFSLUITEN).content.decode()


def veld(bezoek):
    return f"besluit_{bezoek.id.hex}"


def test_voor_sluitingstijd_is_het_een_zin_ook_voor_wie_toch_drukt(host, kantoor, klok):
    klok.move_to(op("11:59"))
    bezoek = een_inloper(kantoor)
    assert "Het kantoor is open tot 12.00 uur" in zie(host)
    antwoord = host.post(AFSLUITEN, {veld(bezoek): "vertrokken:"})
    assert antwoord.status_code == 409
    assert "Het kantoor is nog open" in antwoord.content.decode()
    assert Bezoek.objects.get().status == "wachtend"


def test_elk_open_bezoek_krijgt_een_besluit_en_nog_eens_verandert_niets(host, kantoor):
    plek = een_werkplek(kantoor)
    een_inloper(kantoor)
    geholpen = help_(plek, "11:50")
    weg, gestuurd = een_inloper(kantoor, "11:51"), een_inloper(kantoor, "11:52")
    een_afspraak(kantoor, om="10:30")
    bladzijde = zie(host)
    assert "3 bezoeken staan nog open" in bladzijde
    assert "10.30 · De Wit" in bladzijde
    velden = {
        veld(geholpen): "afgerond:deels",
        veld(weg): "vertrokken:",
        veld(gestuurd): "weggestuurd:geen_plek",
    }
    assert host.post(AFSLUITEN, velden)["Location"] == AFSLUITEN
    stand = {b.nummer: (b.status, b.uitkomst, b.reden) for b in Bezoek.objects.all()}
    assert stand == {
        1: ("afgerond", "deels", ""),
        2: ("vertrokken", "", ""),
        3: ("weggestuurd", "", "geen_plek"),
    }
    assert Afspraak.objects.get().status == "niet_verschenen"
    assert not Werkplek.objects.filter(einde=None).exists()
    assert "De dag is afgesloten" in zie(host)
    al = Gebeurtenis.objects.count()
    assert host.post(AFSLUITEN, velden)["Location"] == AFSLUITEN
    assert Gebeurtenis.objects.count() == al


def test_zonder_besluit_blijft_alles_open_en_het_gekozene_staan(host, kantoor):
    een, twee = een_inloper(kantoor), een_inloper(kantoor)
    antwoord = host.post(AFSLUITEN, {veld(een): "vertrokken:"})
    assert antwoord.status_code == 422
    bladzijde = antwoord.content.decode()
    assert f"Kies hoe het met B {twee.nummer} is afgelopen" in bladzijde
    assert '<option value="vertrokken:" selected>' in bladzijde
    assert set(Bezoek.objects.values_list("status", flat=True)) == {"wachtend"}


def test_alleen_wat_bij_de_stand_past_is_een_keuze(host, kantoor):
    wacht = een_inloper(kantoor)
    antwoord = host.post(AFSLUITEN, {veld(wacht): "afgerond:geholpen"})
    assert antwoord.status_code == 422
    assert "Kies uit de lijst" in antwoord.content.decode()
    assert Bezoek.objects.get().status == "wachtend"


def test_een_lege_dag_is_meteen_klaar(host):
    bladzijde = zie(host)
    assert "De dag is afgesloten" in bladzijde
    assert "Iedereen met een afspraak is gekomen." in bladzijde


def test_wie_gisteren_open_bleef_gaat_voor(kantoor, klok):
    bezoek = een_inloper(kantoor)
    klok.move_to(op("08:00") + timedelta(days=1))
    host = ingelogd("host", locatie=kantoor.locatie)
    assert "Sluit dinsdag 3 november af" in zie(host)
    host.post(AFSLUITEN, {veld(bezoek): "vertrokken:"})
    assert Bezoek.objects.get().status == "vertrokken"


def test_ander_kantoor_en_andere_rol(host, kantoor):
    een_kantoor("segbroek")
    for werkwoord in (host.get, host.post):
        assert werkwoord("/ontvangst/segbroek/afsluiten/").status_code == 404
    assert ingelogd("baliemedewerker", locatie=kantoor.locatie).get(AFSLUITEN).status_code == 403


def test_het_aantal_vragen_groeit_niet_met_de_dag(kantoor):
    for aantal in (1, 5):
        for _ in range(aantal):
            een_inloper(kantoor)
        with CaptureQueriesContext(connection) as vragen:
            afsluiting(kantoor="loosduinen", locatie_ids=None, nu=op("12:05"))
        assert len(vragen) <= 12


def test_een_vergeten_dag_staat_op_de_lijst_ook_als_alleen_iemand_niet_kwam(kantoor, klok):
    een_afspraak(kantoor, om="10:30")
    klok.move_to(op("08:00") + timedelta(days=1))
    host = ingelogd("host", locatie=kantoor.locatie)
    assert "Dinsdag 3 november is nog niet afgesloten" in host.get("/ontvangst/loosduinen/").content.decode()
    assert "Sluit dinsdag 3 november af" in zie(host)
    assert host.post(AFSLUITEN)["Location"] == AFSLUITEN
    assert Afspraak.objects.get().status == "niet_verschenen"
    assert "nog niet afgesloten" not in host.get("/ontvangst/loosduinen/").content.decode()


def test_de_dag_zelf_staat_niet_als_vergeten_op_de_lijst(host, kantoor):
    een_inloper(kantoor)
    een_afspraak(kantoor, om="10:30")
    assert "nog niet afgesloten" not in host.get("/ontvangst/loosduinen/").content.decode()


def test_een_dag_van_lang_geleden_waarop_iemand_niet_kwam_blijft_rusten(kantoor, klok):
    een_afspraak(kantoor, om="10:30")
    klok.move_to(op("08:00") + timedelta(days=9))
    host = ingelogd("host", locatie=kantoor.locatie)
    assert "nog niet afgesloten" not in host.get("/ontvangst/loosduinen/").content.decode()


def test_wie_doorwerkt_sinds_een_vergeten_dag_houdt_de_balie(klok):
    kantoor = een_kantoor(medewerkers=2, balies=2)
    door, naar_huis = een_werkplek(kantoor, 0), een_werkplek(kantoor, 1)
    gisteren = een_inloper(kantoor)
    morgen = op("09:40") + timedelta(days=7)
    een_inzet(
        kantoor.medewerkers[0], kantoor.locatie, van="09:00", tot="12:00", datum=DINSDAG + timedelta(days=7)
    )
    klok.move_to(morgen)
    vandaag = bezoeker_inschrijven(
        bezoek_id=uuid4(), locatie="loosduinen", producten=(Gevraagd("paspoort"),), nu=morgen, rol="host"
    )
    bezoeker_oproepen(werkplek_id=door, bezoek_id=vandaag.bezoek_id, nu=morgen)
    ingelogd("host", locatie=kantoor.locatie).post(AFSLUITEN, {veld(gisteren): "vertrokken:"})
    assert dict(Werkplek.objects.values_list("id", "einde")) == {door: None, naar_huis: morgen}
