"""How an order goes on."""

from datetime import timedelta
from uuid import uuid4

import pytest

from locaties.rules.weigering import NietGevonden
from tests.toegankelijkheid.bouwers import NU, leg_vast, maak_catalogus, maak_locatie
from toegankelijkheid.actions.bestelling_bijwerken import OvergangNietMogelijk, bestelling_bijwerken
from toegankelijkheid.models import Bestelling

pytestmark = pytest.mark.django_db
LATER = NU + timedelta(hours=1)


@pytest.fixture
def bestelling():
    maak_catalogus()
    leg_vast("gebarentolk", locatie=maak_locatie())
    return Bestelling.objects.get()


@pytest.mark.parametrize(
    ("van", "naar", "knelpunt"),
    [
        ("te_regelen", "gevraagd", False),
        ("gevraagd", "bevestigd", False),
        ("gevraagd", "gevraagd", False),
        ("gevraagd", "niet_beschikbaar", True),
        ("bevestigd", "niet_beschikbaar", True),
        ("niet_beschikbaar", "gevraagd", False),
    ],
)
def test_een_bestelling_gaat_verder(bestelling, van, naar, knelpunt):
    Bestelling.objects.update(status=van)
    gedaan = bestelling_bijwerken(bestelling_id=bestelling.pk, status=naar, nu=LATER)
    assert (gedaan.afstemming_id, gedaan.status, gedaan.is_knelpunt) == (
        bestelling.afstemming_id,
        naar,
        knelpunt,
    )
    assert Bestelling.objects.values_list("status", "gewijzigd_op", "eigenaar").get() == (
        naar,
        LATER,
        "planner",
    )


@pytest.mark.parametrize(
    ("van", "naar"), [("bevestigd", "te_regelen"), ("niet_beschikbaar", "te_regelen"), ("gevraagd", "zomaar")]
)
def test_wat_niet_in_de_tabel_staat_wordt_geweigerd(bestelling, van, naar):
    Bestelling.objects.update(status=van)
    with pytest.raises(OvergangNietMogelijk):
        bestelling_bijwerken(bestelling_id=bestelling.pk, status=naar, nu=LATER)
    assert Bestelling.objects.values_list("status", "gewijzigd_op").get() == (van, NU)


def test_iemand_neemt_de_bestelling_over(bestelling):
    bestelling_bijwerken(bestelling_id=bestelling.pk, status="gevraagd", eigenaar="Bert", nu=LATER)
    assert Bestelling.objects.get().eigenaar == "Bert"


def test_een_ander_kantoor_kan_er_niet_bij(bestelling):
    zuid = frozenset({maak_locatie("zuid").pk})
    with pytest.raises(NietGevonden):
        bestelling_bijwerken(bestelling_id=bestelling.pk, status="gevraagd", nu=LATER, locatie_ids=zuid)
    eigen = frozenset({bestelling.locatie_id})
    assert bestelling_bijwerken(bestelling_id=bestelling.pk, status="gevraagd", nu=LATER, locatie_ids=eigen)


def test_een_gewiste_bestelling_bestaat_niet_meer():
    with pytest.raises(NietGevonden):
        bestelling_bijwerken(bestelling_id=uuid4(), status="gevraagd", nu=LATER)
