"""The words for who brings what."""

import pytest

from afspraken.rules.meenemen import samen_kort, wie


@pytest.mark.parametrize(
    ("groep", "taal", "tekst"),
    [
        ("", "nl", "Persoon 2"),
        ("18+", "nl", "Persoon 2"),
        ("0-11", "nl", "Kind van 0 tot en met 11 jaar"),
        ("12-17", "en", "Child aged 12 to 17"),
        ("18-64", "nl", "Persoon 2"),
        ("a-b", "nl", "Persoon 2"),
        ("", "tr", "Persoon 2"),
    ],
)
def test_wie_heet_nooit_bij_naam(groep, taal, tekst):
    assert wie(2, groep, taal) == tekst


@pytest.mark.parametrize(
    ("korte", "samen"),
    [
        ([], ""),
        (["oude pas, pasfoto"], "oude pas, pasfoto"),
        (["oude pas, pasfoto", "pasfoto, pinpas"], "oude pas, pasfoto, pinpas"),
        (["oude pas", ""], ""),
    ],
)
def test_een_lijst_die_niet_van_alles_iets_weet_blijft_leeg(korte, samen):
    assert samen_kort(korte) == samen
