"""The list of what must still be arranged."""

from datetime import date

import pytest

from tests.toegankelijkheid.bouwers import leg_vast, maak_catalogus, maak_locatie
from toegankelijkheid.models import Bestelling
from toegankelijkheid.queries.te_regelen import te_regelen

pytestmark = pytest.mark.django_db


def test_het_dringendste_staat_bovenaan_met_wie_het_doet(django_assert_num_queries):
    maak_catalogus()
    noord = maak_locatie("noord")
    tolk = leg_vast("gebarentolk", locatie=noord)
    bellen = leg_vast("anders", locatie=noord)
    with django_assert_num_queries(1):
        lijst = te_regelen(locatie_ids=None, vandaag=date(2026, 11, 26))
    assert [(t.afstemming_id, t.wat, t.voor_datum, t.eigenaar, t.is_te_laat) for t in lijst] == [
        (bellen, "bellen met de bezoeker", date(2026, 11, 25), "planner", True),
        (tolk, "tolk Nederlandse Gebarentaal", date(2026, 11, 30), "planner", False),
    ]


@pytest.mark.parametrize(
    ("status", "staat_erop"),
    [("te_regelen", True), ("gevraagd", True), ("niet_beschikbaar", True), ("bevestigd", False)],
)
def test_alleen_wat_bevestigd_is_verdwijnt(status, staat_erop):
    maak_catalogus()
    leg_vast("anders", locatie=maak_locatie())
    Bestelling.objects.update(status=status)
    assert bool(te_regelen(locatie_ids=None, vandaag=date(2026, 11, 23))) is staat_erop


def test_een_ander_kantoor_ziet_het_niet():
    maak_catalogus()
    noord, zuid = maak_locatie("noord"), maak_locatie("zuid")
    leg_vast("anders", locatie=noord)
    zoek = {
        kantoor: te_regelen(locatie_ids=ids, vandaag=date(2026, 11, 23))
        for kantoor, ids in {
            "noord": frozenset({noord.pk}),
            "zuid": frozenset({zuid.pk}),
            "geen": frozenset[int](),
        }.items()
    }
    assert {kantoor: [t.locatie for t in lijst] for kantoor, lijst in zoek.items()} == {
        "noord": ["Noord"],
        "zuid": [],
        "geen": [],
    }
