"""The phone agent finds an appointment, and changes it for the caller."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from afspraken.models import Afspraak, Bericht
from tests.afspraken.web.personeel import gezocht, ingelogd
from tests.bouwers import Kantoorscene, een_afspraak, een_behoefte, een_kantoor, een_voorziening, op

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_klok")]


ZOEKEN = "/telefoon/"


@pytest.fixture
def telefonist() -> Client:
    return ingelogd("telefonist")


def _adres(naam: str, afspraak_id: object) -> str:
    return reverse(naam, args=[afspraak_id])


@pytest.mark.parametrize("tekst", ["wit", "06 12345678", "+31 6 12 34 56 78", "De Wit"])
def test_zoeken_op_naam_of_nummer_vindt_de_afspraak(telefonist, kantoor, tekst):
    gemaakt = een_afspraak(kantoor)
    bladzijde = gezocht(telefonist, ZOEKEN, tekst)
    assert gemaakt.code in bladzijde
    assert "1 afspraak gevonden" in bladzijde


def test_zoeken_op_code_mag_met_kleine_letters(telefonist, kantoor):
    gemaakt = een_afspraak(kantoor)
    bladzijde = gezocht(telefonist, ZOEKEN, gemaakt.code.lower())
    assert _adres("telefoon_afspraak", gemaakt.afspraak_id) in bladzijde


def test_wie_niets_vindt_leest_wat_te_doen(telefonist):
    assert "Niets gevonden" in gezocht(telefonist, ZOEKEN, "zzz")


@pytest.mark.parametrize("tekst", ["", "a", "x" * 500, "\x00\x00", "%_%", "';--"])
def test_vreemde_zoektekst_geeft_een_bladzijde(telefonist, kantoor, tekst):
    een_afspraak(kantoor)
    antwoord = telefonist.post(ZOEKEN, {"tekst": tekst}, follow=True)
    assert antwoord.status_code in {200, 422}
    assert "Zoek een afspraak" in antwoord.content.decode()


def test_een_host_ziet_alleen_het_eigen_kantoor(kantoor):
    ander = een_kantoor("segbroek")
    gemaakt = een_afspraak(ander)
    host = ingelogd("host", locatie=kantoor.locatie)
    assert gemaakt.code not in gezocht(host, ZOEKEN, "wit")
    for naam in ("afspraak", "verzetten", "annuleren", "opnieuw_sturen", "afdrukken"):
        adres = _adres(f"telefoon_{naam}", gemaakt.afspraak_id)
        assert host.get(adres).status_code == 404
        assert host.post(adres).status_code in {404, 405}


def test_een_afspraak_die_niet_bestaat_is_er_niet(telefonist):
    assert telefonist.get(_adres("telefoon_afspraak", uuid4())).status_code == 404


def test_de_medewerker_ziet_wat_klaar_moet_staan_en_nooit_de_behoefte(telefonist, kantoor):
    laag = een_voorziening("verlaagde_balie", *kantoor.balies)
    een_behoefte("rolstoel", balie=[laag], roepwijze="ophalen")
    gemaakt = een_afspraak(kantoor, behoeften=("rolstoel",))
    bladzijde = telefonist.get(_adres("telefoon_afspraak", gemaakt.afspraak_id)).content.decode()
    assert "lage balie" in bladzijde
    assert "ophalen bij ingang" in bladzijde
    assert "rolstoel" not in bladzijde


def test_verzetten_geeft_een_nieuwe_tijd_en_dezelfde_code(telefonist, kantoor):
    gemaakt = een_afspraak(kantoor, om="10:00")
    adres = _adres("telefoon_verzetten", gemaakt.afspraak_id)
    bladzijde = telefonist.get(adres, {"datum": "2026-11-03"}).content.decode()
    assert op("11:00").isoformat() in bladzijde
    gegevens = {"begin": op("11:00").isoformat(), "kantoor": kantoor.locatie.code}
    antwoord = telefonist.post(adres, gegevens, follow=True)
    assert "nieuwe tijd" in antwoord.content.decode()
    afspraak = Afspraak.objects.get()
    assert (afspraak.begin, afspraak.code) == (op("11:00"), gemaakt.code)


def test_een_bezette_tijd_is_een_zin_en_de_oude_tijd_blijft(telefonist, kantoor):
    gemaakt = een_afspraak(kantoor, om="10:00")
    een_afspraak(kantoor, om="11:00", telefoon="06 87654321")
    gegevens = {"begin": op("11:00").isoformat(), "kantoor": kantoor.locatie.code}
    antwoord = telefonist.post(_adres("telefoon_verzetten", gemaakt.afspraak_id), gegevens)
    assert antwoord.status_code == 409
    assert "door iemand anders gekozen" in antwoord.content.decode()
    assert Afspraak.objects.get(code=gemaakt.code).begin == op("10:00")


@pytest.mark.parametrize(
    ("begin", "status"),
    [("", 422), ("gisteren", 422), ("2026-11-03T10:00:00", 422), ("2026-11-03T10:03:00+00:00", 409)],
)
def test_een_begin_dat_niet_kan_is_een_zin(telefonist, kantoor, begin, status):
    gemaakt = een_afspraak(kantoor, om="10:00")
    adres = _adres("telefoon_verzetten", gemaakt.afspraak_id)
    antwoord = telefonist.post(adres, {"begin": begin, "kantoor": kantoor.locatie.code})
    assert antwoord.status_code == status


def test_verzetten_naar_een_kantoor_buiten_de_rol_kan_niet(kantoor):
    een_kantoor("segbroek")
    gemaakt = een_afspraak(kantoor)
    host = ingelogd("host", locatie=kantoor.locatie)
    gegevens = {"begin": op("11:00").isoformat(), "kantoor": "segbroek"}
    assert host.post(_adres("telefoon_verzetten", gemaakt.afspraak_id), gegevens).status_code == 404


def test_afzeggen_door_de_gemeente_vraagt_om_een_reden(telefonist, kantoor):
    gemaakt = een_afspraak(kantoor)
    adres = _adres("telefoon_annuleren", gemaakt.afspraak_id)
    antwoord = telefonist.post(adres, {"door": "gemeente", "reden": ""})
    assert antwoord.status_code == 422
    telefonist.post(adres, {"door": "gemeente", "reden": "Het kantoor is dicht."})
    afspraak = Afspraak.objects.get()
    assert (afspraak.status, afspraak.geannuleerd_door, afspraak.reden) == (
        "geannuleerd",
        "gemeente",
        "Het kantoor is dicht.",
    )


def test_afzeggen_bij_lezen_verandert_niets(telefonist, kantoor):
    gemaakt = een_afspraak(kantoor)
    assert telefonist.get(_adres("telefoon_annuleren", gemaakt.afspraak_id)).status_code == 200
    assert telefonist.get(_adres("telefoon_opnieuw_sturen", gemaakt.afspraak_id)).status_code == 302
    assert Afspraak.objects.get().status == "bevestigd"
    assert Bericht.objects.filter(soort="bevestiging").count() == 1


def test_de_bevestiging_kan_opnieuw_gestuurd(telefonist, kantoor):
    gemaakt = een_afspraak(kantoor)
    antwoord = telefonist.post(_adres("telefoon_opnieuw_sturen", gemaakt.afspraak_id), follow=True)
    assert "nog een keer" in antwoord.content.decode()
    assert Bericht.objects.filter(soort="bevestiging").count() == 2


def test_de_geschiedenis_toont_de_tekst_van_een_code_nooit(telefonist, kantoor: Kantoorscene):
    gemaakt = een_afspraak(kantoor)
    Bericht.objects.update(tekst="geheime code 123456")
    bladzijde = telefonist.get(_adres("telefoon_afspraak", gemaakt.afspraak_id)).content.decode()
    assert "123456" not in bladzijde
    assert gemaakt.link not in bladzijde
