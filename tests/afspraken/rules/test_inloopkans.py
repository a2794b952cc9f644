"""When an appointment is offered before a number."""

from __future__ import annotations

import pytest

from afspraken.rules.inloopkans import Inloopkans, inloopkans


@pytest.mark.parametrize(
    ("vooraf", "plaatsen", "over", "kans"),
    [
        (0, 1, 30, Inloopkans.LUKT),
        (30, 1, 30, Inloopkans.LUKT),  # called just before the doors close: still helped
        (31, 1, 30, Inloopkans.TE_DRUK),
        (60, 2, 30, Inloopkans.LUKT),
        (61, 2, 30, Inloopkans.TE_DRUK),
        (0, 0, 300, Inloopkans.GEEN_COLLEGA),
        (500, 0, 30, Inloopkans.GEEN_COLLEGA),
    ],
)
def test_de_kans_van_wie_nu_binnenloopt(vooraf, plaatsen, over, kans):
    assert inloopkans(minuten_vooraf=vooraf, plaatsen=plaatsen, minuten_over=over) is kans
