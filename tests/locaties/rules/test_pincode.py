"""Which codes are too easy, and when the tries are used up."""

from __future__ import annotations

import pytest

from locaties.rules.pincode import POGINGEN, is_pincode, is_te_makkelijk, over


@pytest.mark.parametrize("pincode", ["111111", "123456", "654321", "890123", "121212", "123123", "210987"])
def test_wat_iedereen_eerst_probeert_is_te_makkelijk(pincode):
    assert is_te_makkelijk(pincode)


@pytest.mark.parametrize("pincode", ["135790", "112233", "804216", "123457", "998877"])
def test_een_gewone_code_mag(pincode):
    assert not is_te_makkelijk(pincode)


@pytest.mark.parametrize("tekst", ["", "12345", "1234567", "12345a", "１２３４５６", "804216\n"])
def test_een_pincode_is_zes_cijfers(tekst):
    assert not is_pincode(tekst)


def test_na_vijf_verkeerde_is_het_op():
    assert [over(mis) for mis in range(POGINGEN + 2)] == [5, 4, 3, 2, 1, 0, 0]
