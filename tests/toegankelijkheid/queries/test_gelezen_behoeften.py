"""What stays on the page of who serves: only what this user opened, for this purpose, since then."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from locaties.models import Gebruiker
from tests.toegankelijkheid.bouwers import NU, leg_vast, maak_catalogus, maak_locatie
from toegankelijkheid.actions.behoeften_lezen import behoeften_lezen
from toegankelijkheid.models import Afstemming, Inzage
from toegankelijkheid.queries.gelezen_behoeften import gelezen_behoeften

pytestmark = pytest.mark.django_db
DOEL = "helpen aan de balie"


@pytest.fixture
def afstemming_id(db):
    maak_catalogus()
    return leg_vast("rolstoel", locatie=maak_locatie())


@pytest.fixture
def wie(db) -> int:
    return int(Gebruiker.objects.create_user("balie").pk)


def lees(afstemming_id, wie, *, doel=DOEL, sinds=NU):
    return gelezen_behoeften(afstemming_id=afstemming_id, gebruiker_id=wie, doel=doel, sinds=sinds)


def test_zonder_regel_is_er_niets(afstemming_id, wie):
    assert lees(afstemming_id, wie) is None


def test_wat_deze_gebruiker_opende_blijft_staan_zonder_nieuwe_regel(afstemming_id, wie):
    geopend = behoeften_lezen(
        afstemming_id=afstemming_id, gebruiker_id=wie, rol="baliemedewerker", doel=DOEL, nu=NU
    )
    with CaptureQueriesContext(connection) as vragen:
        assert lees(afstemming_id, wie) == geopend
    assert len(vragen) == 2
    assert Inzage.objects.count() == 1


def test_een_ander_een_ander_doel_en_een_eerdere_keer_tellen_niet(afstemming_id, wie):
    behoeften_lezen(afstemming_id=afstemming_id, gebruiker_id=wie, rol="baliemedewerker", doel=DOEL, nu=NU)
    assert lees(afstemming_id, wie + 1) is None
    assert lees(afstemming_id, wie, doel="iets anders") is None
    assert lees(afstemming_id, wie, sinds=NU + timedelta(minutes=1)) is None


def test_wat_gewist_is_komt_niet_terug(afstemming_id, wie):
    behoeften_lezen(afstemming_id=afstemming_id, gebruiker_id=wie, rol="baliemedewerker", doel=DOEL, nu=NU)
    Afstemming.objects.all().delete()
    assert lees(afstemming_id, wie) is None
