"""The table of a visit's states."""

from __future__ import annotations

import pytest

from afspraken.models import Bezoek
from afspraken.rules.bezoekstatus import EINDE, OPEN, OVERGANGEN, mag_naar


def test_de_tabel_kent_elke_status_van_het_model() -> None:
    assert set(OVERGANGEN) == set(Bezoek.Status.values)
    assert set(OVERGANGEN) >= set().union(*OVERGANGEN.values())


@pytest.mark.parametrize(
    ("van", "naar", "mag"),
    [
        ("wachtend", "opgeroepen", True),
        ("opgeroepen", "wachtend", True),
        ("in_behandeling", "wachtend", True),
        ("niet_verschenen", "wachtend", True),
        ("wachtend", "afgerond", False),
        ("afgerond", "wachtend", False),
        ("weggestuurd", "wachtend", False),
        ("onbekend", "wachtend", False),
    ],
)
def test_overgangen(van: str, naar: str, *, mag: bool) -> None:
    assert mag_naar(van, naar) is mag


def test_wie_binnen_is_kan_altijd_tot_een_einde_komen() -> None:
    bereikbaar = set(EINDE)
    while erbij := {van for van in OPEN - bereikbaar if OVERGANGEN[van] & bereikbaar}:
        bereikbaar |= erbij
    assert bereikbaar == set(OVERGANGEN)
