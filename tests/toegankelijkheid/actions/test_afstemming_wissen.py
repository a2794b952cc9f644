"""Wiped as one."""

from datetime import timedelta

import pytest

from tests.toegankelijkheid.bouwers import NU, leg_vast, maak_catalogus, maak_locatie
from toegankelijkheid.actions.afstemming_wissen import afstemming_wissen
from toegankelijkheid.actions.afstemmingen_opruimen import afstemmingen_opruimen
from toegankelijkheid.models import Afstemming, Bestelling, Toestemming
from toegankelijkheid.queries.te_wissen import te_wissen

pytestmark = pytest.mark.django_db
SOORTEN = (Afstemming, Toestemming, Bestelling)


@pytest.fixture(autouse=True)
def locatie():
    maak_catalogus()
    return maak_locatie()


def test_afstemming_toestemming_en_bestellingen_gaan_samen_weg(locatie):
    weg, blijft = (leg_vast("gebarentolk", "anders", locatie=locatie) for _ in range(2))
    assert afstemming_wissen(afstemming_ids=[weg], nu=NU) == 1
    assert [soort.objects.count() for soort in SOORTEN] == [1, 1, 2]
    assert Afstemming.objects.get().pk == blijft


def test_twee_keer_wissen_mag(locatie):
    pk = leg_vast("anders", locatie=locatie)
    assert [afstemming_wissen(afstemming_ids=[pk], nu=NU) for _ in range(2)] == [1, 0]


def test_niets_wissen_wist_niets(locatie):
    leg_vast("anders", locatie=locatie)
    assert afstemming_wissen(afstemming_ids=[], nu=NU) == 0
    assert Afstemming.objects.count() == 1


@pytest.mark.parametrize(("seconden", "weg"), [(-1, False), (0, True), (3600 * 48, True)])
def test_opruimen_wist_wat_zijn_tijd_heeft_gehad(locatie, seconden, weg):
    pk = leg_vast("gebarentolk", locatie=locatie, wissen_na=NU)
    nu = NU + timedelta(seconds=seconden)
    assert te_wissen(nu=nu, maximum=9) == ((pk,) if weg else ())
    assert afstemmingen_opruimen(afstemming_ids=[pk], nu=nu) == ({pk} if weg else set())
    assert [soort.objects.exists() for soort in SOORTEN] == [not weg] * 3


def test_het_oudste_gaat_eerst(locatie):
    uren = [3, 1, 2]
    pks = {uur: leg_vast("anders", locatie=locatie, wissen_na=NU + timedelta(hours=uur)) for uur in uren}
    assert te_wissen(nu=NU + timedelta(days=1), maximum=2) == (pks[1], pks[2])
