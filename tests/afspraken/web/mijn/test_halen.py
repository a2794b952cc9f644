"""Come and fetch me, on the own phone at the entrance."""

from __future__ import annotations

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from afspraken.models import Bezoek, Haaltaak
from tests.bouwers import een_afspraak, op

pytestmark = pytest.mark.django_db


@pytest.fixture
def telefoon() -> Client:
    return Client(headers={"accept-language": "nl"})


@pytest.fixture
def link(kantoor) -> str:
    return een_afspraak(kantoor).link


def ga(telefoon: Client, naam: str, link: str, om: str, *, druk: bool = False):
    with time_machine.travel(op(om), tick=False):
        adres = reverse(naam, args=[link])
        return telefoon.post(adres, follow=True) if druk else telefoon.get(adres)


def test_op_de_bladzijden_van_aankomst_staat_dat_wij_iemand_komen_halen(telefoon, link):
    for naam in ("mijn_afspraak", "mijn_aanmelden"):
        assert reverse("mijn_halen", args=[link]) in ga(telefoon, naam, link, "09:50").content.decode()
    assert (
        reverse("mijn_halen", args=[link])
        not in ga(telefoon, "mijn_afspraak", link, "09:00").content.decode()
    )


def test_kijken_doet_niets_en_de_knop_meldt_aan_en_vraagt_om_halen_een_keer(telefoon, link):
    assert "Komen wij u halen?" in ga(telefoon, "mijn_halen", link, "09:50").content.decode()
    assert not Bezoek.objects.exists()
    for _ in range(2):
        bladzijde = ga(telefoon, "mijn_halen", link, "09:50", druk=True).content.decode()
    assert "A 1" in bladzijde
    assert "Wij komen naar u toe" in bladzijde
    assert Haaltaak.objects.filter(gedaan_op=None, staat_buiten=True).count() == 1


def test_wie_al_binnen_is_haalt_de_vraag_weg_en_houdt_de_plaats(telefoon, link):
    ga(telefoon, "mijn_halen", link, "09:50", druk=True)
    for _ in range(2):
        bladzijde = ga(telefoon, "mijn_binnen", link, "09:51", druk=True).content.decode()
    assert "Wij komen naar u toe" not in bladzijde
    assert Bezoek.objects.get().status == "wachtend"
    assert ga(telefoon, "mijn_binnen", link, "09:52").status_code == 405


def test_te_vroeg_hoort_men_vanaf_wanneer(telefoon, link):
    antwoord = ga(telefoon, "mijn_halen", link, "09:10", druk=True)
    assert antwoord.status_code == 409
    assert "U bent te vroeg" in antwoord.content.decode()
    assert not Haaltaak.objects.exists()


def test_zonder_aanmelding_is_er_niets_om_weg_te_halen(telefoon, link):
    assert ga(telefoon, "mijn_binnen", link, "09:50", druk=True).status_code == 404
