"""The table of states, step by step."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afspraken.models import Afspraak
from afspraken.rules.status import OVERGANGEN, STAAT, mag_naar

STATUSSEN = sorted(Afspraak.Status.values)
TOEGESTAAN = {
    ("vastgehouden", "voorlopig"),
    ("vastgehouden", "bevestigd"),
    ("vastgehouden", "verlopen"),
    ("voorlopig", "bevestigd"),
    ("voorlopig", "verlopen"),
    ("voorlopig", "geannuleerd"),
    ("bevestigd", "aangemeld"),
    ("bevestigd", "geannuleerd"),
    ("bevestigd", "niet_verschenen"),
    ("aangemeld", "bevestigd"),
    ("verlopen", "voorlopig"),
    ("verlopen", "bevestigd"),
    ("niet_verschenen", "bevestigd"),
}


@pytest.mark.parametrize("van", STATUSSEN)
@pytest.mark.parametrize("naar", STATUSSEN)
def test_alleen_deze_stappen_mogen(van: str, naar: str) -> None:
    assert mag_naar(van, naar) == ((van, naar) in TOEGESTAAN)


def test_de_tabel_kent_precies_de_toestanden_van_een_afspraak() -> None:
    assert set(OVERGANGEN) == set(STATUSSEN)
    assert set().union(*OVERGANGEN.values()) <= set(STATUSSEN)
    assert set(STATUSSEN) >= STAAT


@given(st.text(), st.text())
def test_een_onbekende_toestand_mag_niets(van: str, naar: str) -> None:
    assert mag_naar(van, naar) == ((van, naar) in TOEGESTAAN)


def test_geannuleerd_is_het_einde() -> None:
    assert not any(mag_naar("geannuleerd", naar) for naar in STATUSSEN)
