"""The table of states of an order."""

import pytest

from toegankelijkheid.models import Bestelling
from toegankelijkheid.rules.status import OVERGANGEN, bronnen_voor


def test_de_tabel_kent_elke_status_van_het_model():
    assert set(OVERGANGEN) == set(Bestelling.Status.values)


@pytest.mark.parametrize(
    ("naar", "van"),
    [
        ("te_regelen", {"te_regelen", "gevraagd"}),
        ("gevraagd", {"te_regelen", "gevraagd", "bevestigd", "niet_beschikbaar"}),
        ("bevestigd", {"te_regelen", "gevraagd", "bevestigd", "niet_beschikbaar"}),
        ("niet_beschikbaar", {"te_regelen", "gevraagd", "bevestigd", "niet_beschikbaar"}),
        ("zomaar", set()),
    ],
)
def test_van_welke_status_het_mag(naar, van):
    assert bronnen_voor(naar) == frozenset(van)
