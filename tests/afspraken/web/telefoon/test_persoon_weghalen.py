"""The phone agent takes somebody out of an appointment."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from afspraken.models import Afspraak, Afspraakdeel, Bericht, Gebeurtenis
from tests.afspraken.web.personeel import ingelogd
from tests.bouwers import een_afspraak, een_kantoor, op

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_klok")]


@pytest.fixture
def telefonist() -> Client:
    return ingelogd("telefonist")


def _adres(afspraak_id: object) -> str:
    return reverse("telefoon_persoon_weghalen", args=[afspraak_id])


def _bladzijde(browser: Client, adres: str) -> str:
    return browser.get(adres).content.decode()


def test_lezen_vraagt_wie_er_niet_komt_en_verandert_niets(telefonist, kantoor):
    gemaakt = een_afspraak(kantoor, personen=2)
    adres = _adres(gemaakt.afspraak_id)
    assert adres in _bladzijde(telefonist, reverse("telefoon_afspraak", args=[gemaakt.afspraak_id]))
    bladzijde = _bladzijde(telefonist, adres)
    assert "Persoon 1: Paspoort aanvragen" in bladzijde
    assert "Persoon 2: Paspoort aanvragen" in bladzijde
    assert Afspraakdeel.objects.count() == 2


def test_wie_niet_komt_gaat_eruit_en_de_ander_houdt_de_tijd(telefonist, kantoor):
    gemaakt = een_afspraak(kantoor, personen=2, om="10:00")
    antwoord = telefonist.post(_adres(gemaakt.afspraak_id), {"persoon": "0"}, follow=True)
    assert "Deze persoon komt niet meer mee" in antwoord.content.decode()
    assert "Afspraak aangepast" in antwoord.content.decode()
    deel = Afspraakdeel.objects.get()
    assert (deel.persoon, Afspraak.objects.get().begin) == (1, op("10:00"))
    voorval = Gebeurtenis.objects.get(soort="afspraak.gewijzigd")
    assert (voorval.rol, voorval.gebruiker_id) == ("telefonist", antwoord.wsgi_request.user.pk)


def test_twee_keer_drukken_is_een_keer(telefonist, kantoor):
    gemaakt = een_afspraak(kantoor, personen=3)
    for _keer in range(2):
        antwoord = telefonist.post(_adres(gemaakt.afspraak_id), {"persoon": "1"})
        assert antwoord.status_code == 302
    assert [deel.persoon for deel in Afspraakdeel.objects.order_by("persoon")] == [0, 2]
    assert Bericht.objects.filter(soort="gewijzigd").count() == 1


@pytest.mark.parametrize("persoon", ["", "a", "1.5", "\x00", "9" * 5000])
def test_zonder_keuze_staat_er_wat_te_doen(telefonist, kantoor, persoon):
    gemaakt = een_afspraak(kantoor, personen=2)
    antwoord = telefonist.post(_adres(gemaakt.afspraak_id), {"persoon": persoon})
    assert antwoord.status_code == 422
    assert "Kies wie er niet komt" in antwoord.content.decode()
    assert Afspraakdeel.objects.count() == 2


def test_de_enige_persoon_kan_alleen_afzeggen(telefonist, kantoor):
    gemaakt = een_afspraak(kantoor)
    adres = _adres(gemaakt.afspraak_id)
    assert adres not in _bladzijde(telefonist, reverse("telefoon_afspraak", args=[gemaakt.afspraak_id]))
    assert reverse("telefoon_annuleren", args=[gemaakt.afspraak_id]) in _bladzijde(telefonist, adres)
    antwoord = telefonist.post(adres, {"persoon": "0"})
    assert antwoord.status_code == 409
    assert "Er komt maar 1 persoon" in antwoord.content.decode()
    assert Afspraakdeel.objects.count() == 1


def test_uit_een_afgezegde_afspraak_gaat_niemand_meer(telefonist, kantoor):
    gemaakt = een_afspraak(kantoor, personen=2)
    Afspraak.objects.update(status="geannuleerd")
    adres = _adres(gemaakt.afspraak_id)
    assert "niet meer veranderen" in _bladzijde(telefonist, adres)
    assert telefonist.post(adres, {"persoon": "0"}).status_code == 409
    assert Afspraakdeel.objects.count() == 2


def test_een_host_van_een_ander_kantoor_vindt_de_afspraak_niet(kantoor):
    gemaakt = een_afspraak(een_kantoor("segbroek"), personen=2)
    host = ingelogd("host", locatie=kantoor.locatie)
    assert host.get(_adres(gemaakt.afspraak_id)).status_code == 404
    assert host.post(_adres(gemaakt.afspraak_id), {"persoon": "0"}).status_code == 404
    assert Afspraakdeel.objects.count() == 2
