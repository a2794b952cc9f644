"""The appointment changed: what was ordered holds, or is asked again."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from locaties.models import Locatie
from tests.toegankelijkheid.bouwers import NU, leg_vast, maak_catalogus, maak_locatie
from toegankelijkheid.actions.afstemming_verplaatsen import afstemming_verplaatsen
from toegankelijkheid.models import Afstemming, Bestelling

pytestmark = pytest.mark.django_db
NIEUW_EINDE = NU + timedelta(days=20)


@pytest.fixture
def locatie():
    maak_catalogus()
    return maak_locatie()


def _verplaats(pk: UUID, locatie: Locatie, datum: date, *, zelfde_begin: bool = False) -> None:
    afstemming_verplaatsen(
        afstemming_id=pk,
        locatie_id=locatie.pk,
        afspraakdatum=datum,
        wissen_na=NIEUW_EINDE,
        nu=NU,
        zelfde_begin=zelfde_begin,
    )


def test_een_tolk_wordt_voor_de_nieuwe_dag_opnieuw_gevraagd(locatie):
    pk = leg_vast("gebarentolk", locatie=locatie)
    Bestelling.objects.update(status="bevestigd", eigenaar="Bert")
    zuid = maak_locatie("zuid")
    _verplaats(pk, zuid, date(2026, 12, 14))
    assert Bestelling.objects.values_list("status", "eigenaar", "voor_datum", "locatie_id").get() == (
        "te_regelen",
        "Bert",
        date(2026, 12, 7),
        zuid.pk,
    )
    assert Afstemming.objects.get().wissen_na == NIEUW_EINDE


def test_wat_op_de_nieuwe_dag_te_laat_is_wordt_niet_meer_besteld(locatie):
    pk = leg_vast("gebarentolk", locatie=locatie)
    _verplaats(pk, locatie, date(2026, 11, 25))
    assert not Bestelling.objects.exists()


@pytest.mark.parametrize("status", ["te_regelen", "bevestigd"])
def test_bellen_begint_niet_opnieuw(locatie, status):
    pk = leg_vast("anders", locatie=locatie)
    Bestelling.objects.update(status=status)
    _verplaats(pk, locatie, date(2026, 12, 14))
    assert Bestelling.objects.values_list("status", "voor_datum").get() == (status, date(2026, 11, 25))


def test_op_hetzelfde_begin_blijft_wat_besteld_is(locatie):
    pk = leg_vast("gebarentolk", locatie=locatie)
    Bestelling.objects.update(status="bevestigd")
    _verplaats(pk, locatie, date(2026, 12, 7), zelfde_begin=True)
    assert Bestelling.objects.get().status == "bevestigd"
    assert Afstemming.objects.get().wissen_na == NIEUW_EINDE


def test_wat_gewist_is_komt_niet_terug(locatie):
    _verplaats(uuid4(), locatie, date(2026, 12, 7))
    assert not Afstemming.objects.exists()
