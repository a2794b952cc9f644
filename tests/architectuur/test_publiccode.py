"""The file by which others find this software says nothing that is not so."""

from __future__ import annotations

import re

import pytest

from tests.architectuur.bestanden import WORTEL

TEKST = (WORTEL / "publiccode.yml").read_text()
VERZONNEN = re.compile(r"example\.(?:org|com|net)|\.(?:example|invalid|test)\b|localhost", re.IGNORECASE)
NOG_NIET = ("spoken call", "telefoon en brief", "telefoon of brief")


def test_er_staat_geen_verzonnen_adres() -> None:
    assert VERZONNEN.findall(TEKST) == []


@pytest.mark.parametrize("kanaal", ["sms", "email"])
def test_het_belooft_alleen_berichten_waar_een_kanaal_voor_is(kanaal: str) -> None:
    assert (WORTEL / "afspraken" / "kanalen" / f"{kanaal}.py").exists()
    if not (WORTEL / "afspraken" / "kanalen" / "gesproken.py").exists():
        assert [woord for woord in NOG_NIET if woord in TEKST] == []
