"""Whether and when an appointment still arrives."""

from __future__ import annotations

from itertools import pairwise
from statistics import fmean

import pytest

from afspraken.rules.opkomst import opkomst

from .wachtrijbouwers import om, verwacht

BEGIN = om("10:00")


def test_lang_van_tevoren_is_de_kans_die_van_altijd_en_de_aankomst_vijf_minuten_te_vroeg() -> None:
    komst = opkomst(verwacht(1, op="10:00"), BEGIN, om("8:00"))
    assert komst.kans_afwezig == pytest.approx(0.07)
    assert fmean(komst.momenten) == pytest.approx(om("9:55"), abs=5)


def test_hoe_later_hoe_waarschijnlijker_dat_er_niemand_komt() -> None:
    kansen = [
        opkomst(verwacht(1, op="10:00"), BEGIN, om(nu)).kans_afwezig
        for nu in ("9:30", "9:55", "10:00", "10:05", "10:10", "11:00")
    ]
    assert all(eerder < later for eerder, later in pairwise(kansen))
    assert kansen[-1] > 0.99


@pytest.mark.parametrize("nu", ["9:00", "10:00", "10:30"])
def test_niemand_komt_in_het_verleden(nu: str) -> None:
    assert min(opkomst(verwacht(1, op="10:00"), BEGIN, om(nu)).momenten) >= om(nu)


def test_wie_altijd_komt_is_ook_heel_laat_geen_deling_door_nul() -> None:
    assert opkomst(verwacht(1, op="10:00", kans_afwezig=0.0), BEGIN, om("15:00")).kans_afwezig == 0.0
