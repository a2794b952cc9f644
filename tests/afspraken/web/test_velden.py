"""A date in three boxes."""

from __future__ import annotations

from datetime import date

import pytest
from django import forms

from afspraken.web.velden import DatumVeld


class Formulier(forms.Form):
    geboren = DatumVeld()


def _formulier(*vakken: str) -> Formulier:
    return Formulier({f"geboren_{i}": vak for i, vak in enumerate(vakken)})


@pytest.mark.parametrize("vakken", [("27", "3", "1968"), (" 27", "03", "1968 ")])
def test_een_datum_mag_met_en_zonder_nul_ervoor(vakken: tuple[str, ...]) -> None:
    formulier = _formulier(*vakken)
    assert formulier.is_valid()
    assert formulier.cleaned_data["geboren"] == date(1968, 3, 27)


@pytest.mark.parametrize(
    ("vakken", "code"),
    [
        (("", "", ""), "required"),
        (("32", "3", "1968"), "dag"),
        (("27", "17", "1968"), "maand"),
        (("27", "3", "68"), "jaar"),
        (("27", "3", ""), "jaar"),
        (("31", "2", "1968"), "dag"),
        (("²", "3", "1968"), "dag"),
        (("9" * 5000, "3", "1968"), "dag"),
        (("-1", "3", "1968"), "dag"),
    ],
)
def test_een_foute_datum_wijst_het_foute_vak_aan(vakken: tuple[str, ...], code: str) -> None:
    fouten = _formulier(*vakken).errors.as_data()["geboren"]
    assert [fout.code for fout in fouten] == [code]
