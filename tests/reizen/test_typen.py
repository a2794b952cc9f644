"""Somebody writes for a long time: typing is a sign of life, and what comes too late is said at once."""

from __future__ import annotations

import re

from playwright.sync_api import Response

from .hal import loopt_binnen
from .inloggen import log_in
from .klok import Klok
from .reis import Reis

VERHAAL = "Mevrouw wil eerst de brief begrijpen."
# The page looks at its own clock, which a test cannot push: five minutes and more have passed in it.
LATER = "performance.now = (nu => () => nu + 600_000)(performance.now())"


def _schrijft(balie: Reis) -> None:
    """Somebody is helped, and the page to pass the visitor on is open."""
    loopt_binnen()
    log_in(balie, "balie", pad="/balie/")
    balie.knop("Ga hier zitten balie 3")
    balie.knop("Volgende")
    balie.knop("Begin")
    balie.link("Geef door")
    balie.kies(re.compile("^De eerste collega"))


def _typt(balie: Reis, tekst: str) -> None:
    """Type it, five minutes after the page last told that somebody is there; wait until it has told so."""
    balie.pagina.evaluate(LATER)
    with balie.pagina.expect_response(_vertelt):
        balie.vul("Wat moet uw collega weten?", tekst)


def _vertelt(antwoord: Response) -> bool:
    return antwoord.request.method == "HEAD" and antwoord.status != 302


def test_wie_lang_schrijft_blijft_ingelogd(tablet: Reis, klok: Klok) -> None:
    _schrijft(tablet)
    klok.vooruit(minutes=20)
    _typt(tablet, VERHAAL)
    klok.vooruit(minutes=20)
    tablet.knop("Geef door")
    tablet.kop("Balie 3 is vrij")


def test_wie_niets_typt_is_uitgelogd(tablet: Reis, klok: Klok) -> None:
    """The control: the same forty minutes, without a letter."""
    _schrijft(tablet)
    klok.vooruit(minutes=40)
    tablet.knop("Geef door")
    tablet.kop("Inloggen")
    tablet.ziet("is niet verstuurd")


def test_wie_te_laat_begint_te_typen_leest_dat_meteen_en_houdt_wat_er_staat(tablet: Reis, klok: Klok) -> None:
    _schrijft(tablet)
    klok.vooruit(minutes=40)
    _typt(tablet, VERHAAL)
    tablet.ziet("Wat u hier typt, kunt u nu niet versturen.")
    assert tablet.veld("Wat moet uw collega weten?").input_value() == VERHAAL
    tablet.toets()
