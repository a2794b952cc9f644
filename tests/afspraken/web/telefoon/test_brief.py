"""Who stands at the counter prints the next appointment it just made, and no other."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.afspraken.web.personeel import ingelogd
from tests.bouwers import een_afspraak

from .test_boeken import GEEN_HULP, MET_SMS, _maak, _tot_gegevens

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_klok")]
OP_PAPIER = MET_SMS | {"kanaal": "papier", "telefoon": ""}


@pytest.fixture
def balie(kantoor):
    return ingelogd("baliemedewerker", locatie=kantoor.locatie)


def test_de_baliemedewerker_drukt_af_wat_net_is_gemaakt(balie):
    _tot_gegevens(balie, GEEN_HULP)
    adres = _maak(balie, OP_PAPIER)["Location"]
    assert adres == reverse("telefoon_brief")
    assert "Aan: Yılmaz" in balie.get(adres).content.decode()


def test_een_andere_afspraak_van_het_kantoor_is_niet_voor_de_balie(balie, kantoor):
    gemaakt = een_afspraak(kantoor)
    assert balie.get(reverse("telefoon_afdrukken", args=[gemaakt.afspraak_id])).status_code == 403


def test_wie_niets_maakte_heeft_geen_brief(balie, kantoor):
    een_afspraak(kantoor)
    assert balie.get(reverse("telefoon_brief"))["Location"] == reverse("telefoon_boeken")
    assert balie.post(reverse("telefoon_brief")).status_code == 405


def test_wat_een_ander_maakte_is_geen_eigen_brief(balie, kantoor):
    collega = ingelogd("baliemedewerker", locatie=kantoor.locatie)
    _tot_gegevens(collega, GEEN_HULP)
    _maak(collega, OP_PAPIER)
    assert balie.get(reverse("telefoon_brief"))["Location"] == reverse("telefoon_boeken")
