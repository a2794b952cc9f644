"""Finding a visitor by whatever somebody says at the door."""

from __future__ import annotations

import pytest

from afspraken.rules.daglijst import past

WIE = {"naam": "De Wit-Yılmaz", "code": "K7M4QX", "nummer": "A 12", "telefoon": "+31612345678"}


@pytest.mark.parametrize(
    "gezocht", ["wit", "De W", "yılm", "k7m 4qx", "K7M-4QX", "a12", "A 12", "06 12345678", "+31 6 1234 5678"]
)
def test_dit_vindt_de_bezoeker(gezocht):
    assert past(gezocht, **WIE)


@pytest.mark.parametrize("gezocht", ["", "  ", "wat", "wit jansen", "K7M", "A 1", "06 12345679", "\x00", "%"])
def test_dit_vindt_niemand(gezocht):
    assert not past(gezocht, **WIE)


def test_zonder_naam_of_nummer_past_leeg_niet():
    assert not past("06 12345678", naam="", code="", nummer="B 3", telefoon="")
