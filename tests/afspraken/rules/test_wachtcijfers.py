"""Figures of waits and forecasts: what counts, and nothing of fewer than ten people."""

from __future__ import annotations

import pytest

from afspraken.rules.wachtcijfers import Norm, Voorspeld, voorspelcijfers, wachtcijfers

NORM = Norm(300.0, 0.95)


def test_van_minder_dan_tien_mensen_wordt_niets_verteld() -> None:
    assert wachtcijfers([60.0] * 9, NORM) is None
    assert wachtcijfers([60.0] * 10, NORM) is not None
    assert voorspelcijfers([Voorspeld(0, 0, 0, 0)] * 9) is None


def test_gemiddelde_mediaan_p90_en_langste_in_seconden() -> None:
    cijfers = wachtcijfers([float(n) for n in range(0, 1000, 10)], NORM)
    assert cijfers is not None
    assert (cijfers.gemiddeld, cijfers.mediaan, cijfers.p90, cijfers.langste) == (495.0, 495.0, 890.0, 990.0)
    assert (cijfers.binnen, cijfers.gehaald) == (0.31, False)


def test_wie_voor_zijn_tijd_geroepen_is_heeft_niet_gewacht() -> None:
    cijfers = wachtcijfers([-300.0] * 10, NORM)
    assert cijfers is not None
    assert (cijfers.gemiddeld, cijfers.gehaald) == (0.0, True)


@pytest.mark.parametrize(("te_laat", "klopt"), [(0, False), (1, True), (2, True), (3, False)])
def test_p80_klopt_als_ongeveer_acht_van_de_tien_op_tijd_zijn(te_laat: int, klopt: bool) -> None:
    op_tijd = [Voorspeld(600, 900, 660, 0)] * (10 - te_laat)
    cijfers = voorspelcijfers([*op_tijd, *[Voorspeld(600, 900, 960, 1)] * te_laat])
    assert cijfers is not None
    assert cijfers.dekking_klopt is klopt
    assert cijfers.mae == pytest.approx((60 * (10 - te_laat) + 360 * te_laat) / 10)
    assert cijfers.is_rustig is (te_laat <= 3)
