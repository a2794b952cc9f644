"""What people type and scanners send to find an appointment."""

from __future__ import annotations

import pytest

from afspraken.rules.gescand import Gescand, lees_gescand

LINK = "Ab3-_9xYzQ0123456789ab"


@pytest.mark.parametrize(
    "tekst",
    [
        "K7M4QX",
        "k7m4qx",
        " k7m 4qx ",
        "K7M-4QX",
        "k 7 m 4 q x",
        "code K7M4QX",
        "Uw code: k7m 4qx",
        "afspraakcode K7M4QX",
        "Loosduinen, K7M4QX, dinsdag",
        "K7M4QX\r\n",
    ],
)
def test_een_code_mag_op_elke_manier(tekst):
    assert lees_gescand(tekst) == Gescand(code="K7M4QX")


@pytest.mark.parametrize(
    "tekst",
    [
        f"https://afspraken.voorbeeld.nl/a/{LINK}/",
        f"http://localhost:8000/a/{LINK}/bezoek/",
        f"/a/{LINK}",
        f" https://voorbeeld.nl/a/{LINK}/?x=1\n",
    ],
)
def test_een_hele_link_wijst_de_bladzijde_aan(tekst):
    assert lees_gescand(tekst) == Gescand(link=LINK)


@pytest.mark.parametrize(
    ("tekst", "code"),
    [
        ("De Wit", "DEWIT"),
        ("", ""),
        (f"https://voorbeeld.nl/a/{LINK}langer/", None),
        ("K7M4QX of R8N3PZ", "K7M4QXOFR8N3PZ"),
    ],
)
def test_wat_geen_code_of_link_is_wordt_er_geen(tekst, code):
    gescand = lees_gescand(tekst)
    assert gescand.link == ""
    assert code is None or gescand.code == code
