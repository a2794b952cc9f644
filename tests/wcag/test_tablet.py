"""The host's tablet on narrow screens, from right to left, in forced colours: nothing falls off."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.reizen.gasten import KANTOOR, boek
from tests.reizen.inloggen import log_in
from tests.reizen.podium import TELEFOON, Bezoek
from tests.reizen.reis import Reis

from .test_weergave import KLEIN, SMAL, UITSTEEKT

LIJST = f"/ontvangst/{KANTOOR}/"
BLADZIJDEN = (
    "",
    "scannen/",
    "zonder-afspraak/",
    "inschrijven/?product=paspoort",
    "daglijst/",
    "reservenummers/",
)


def _bladzijden(reis: Reis) -> Iterator[str]:
    """Stop at each page of the tablet."""
    boek("De Wit", "06 11111111", "rolstoel")
    log_in(reis, "host", pad="/ontvangst/")
    for pad in BLADZIJDEN:
        reis.open(f"{LIJST}{pad}")
        yield pad or "lijst"


@pytest.mark.parametrize("opties", [{}, {"forced_colors": "active"}], ids=["gewoon", "vaste kleuren"])
def test_de_tablet_past_op_320_pixels_in_beide_richtingen(bezoek: Bezoek, opties: dict[str, str]) -> None:
    reis = bezoek(SMAL, keurt=not opties, **opties)
    for bladzijde in _bladzijden(reis):
        assert reis.pagina.evaluate(UITSTEEKT) == [], bladzijde
        reis.pagina.evaluate("document.documentElement.dir = 'rtl'")
        assert reis.pagina.evaluate(UITSTEEKT) == [], bladzijde


def test_wat_de_host_aanraakt_is_groot_genoeg(bezoek: Bezoek) -> None:
    reis = bezoek(TELEFOON, keurt=False)
    for bladzijde in _bladzijden(reis):
        assert reis.pagina.evaluate(KLEIN) == [], bladzijde
