"""Narrow screens, large text, spaced text, right to left, forced colours: nothing falls off."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.reizen.boeken import (
    code,
    eerste_plek,
    geen_hulp,
    kies_aantal,
    kies_product,
    kies_tijd,
    vul_gegevens,
)
from tests.reizen.podium import TELEFOON, Bezoek
from tests.reizen.reis import Reis

SMAL = {"width": 320, "height": 640}
# 1.4.12: line height 1.5, between paragraphs 2, letters 0.12, words 0.16 of the font size.
RUIM = """p { margin-block-end: 2em !important }
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"""
ZET_STIJL = """stijl => {
  const blad = new CSSStyleSheet();
  blad.replaceSync(stijl);
  document.adoptedStyleSheets = [blad];
}"""
UITSTEEKT = """() => {
  const breed = document.documentElement.clientWidth;
  const uitTegel = [...document.querySelectorAll(".tegel")].filter(tegel => {
    const tekst = document.createRange();
    tekst.selectNodeContents(tegel);
    const [binnen, vak] = [tekst.getBoundingClientRect(), tegel.getBoundingClientRect()];
    return binnen.right > vak.right + 1 || binnen.left < vak.left - 1;
  }).map(tegel => tegel.outerHTML.slice(0, 240));
  if (uitTegel.length || document.documentElement.scrollWidth <= breed) return uitTegel;
  return [...document.querySelectorAll("body *")].filter(deel => {
    const vak = deel.getBoundingClientRect();
    return vak.width && (vak.right > breed + 1 || vak.left < -1) && !deel.closest(".utrecht-skip-link");
  }).map(deel => deel.outerHTML.slice(0, 120)).slice(0, 5);
}"""
# Links and buttons inside a line of text are excepted (2.5.8).
KLEIN = """() => [...document.querySelectorAll("main :is(button, select, .keuze, .tegel, input[type=text])")]
  .filter(deel => deel.checkVisibility() && !deel.matches("p *, section.houdtijd *, .utrecht-link-button"))
  .filter(deel => deel.getBoundingClientRect().height < 44)
  .map(deel => deel.outerHTML.slice(0, 120))"""


def _bladzijden(reis: Reis) -> Iterator[str]:
    """Walk through a booking and stop at each page."""
    reis.open("/")
    yield "begin"
    reis.open("/wat/")
    yield "wat"
    kies_product(reis, "Identiteitskaart aanvragen")
    yield "voor wie"
    kies_aantal(reis, jong=1, volwassen=1)
    yield "hulp"
    reis.kies("Ja")
    reis.knop("Verder")
    yield "wat nodig"
    reis.link("Terug")
    geen_hulp(reis)
    yield "waar"
    eerste_plek(reis)
    yield "wanneer"
    kies_tijd(reis)
    reis.knop("Controleer uw afspraak")
    yield "fouten"
    vul_gegevens(reis)
    yield "controle"
    reis.knop("Maak de afspraak")
    assert code(reis)
    yield "bevestigd"


def _alles_past(reis: Reis) -> None:
    for bladzijde in _bladzijden(reis):
        assert reis.pagina.evaluate(UITSTEEKT) == [], bladzijde


def test_op_320_pixels_hoeft_niemand_opzij_te_schuiven(bezoek: Bezoek) -> None:
    _alles_past(bezoek(SMAL))


def test_letters_twee_keer_zo_groot_passen(bezoek: Bezoek) -> None:
    reis = bezoek(TELEFOON, keurt=False)
    for bladzijde in _bladzijden(reis):
        reis.pagina.evaluate("document.documentElement.style.fontSize = '200%'")
        assert reis.pagina.evaluate(UITSTEEKT) == [], bladzijde


def test_ruime_letters_passen(bezoek: Bezoek) -> None:
    reis = bezoek(TELEFOON, keurt=False)
    for bladzijde in _bladzijden(reis):
        reis.pagina.evaluate(ZET_STIJL, RUIM)
        assert reis.pagina.evaluate(UITSTEEKT) == [], bladzijde


def test_van_rechts_naar_links_past_ook(bezoek: Bezoek) -> None:
    reis = bezoek(TELEFOON, keurt=False)
    for bladzijde in _bladzijden(reis):
        reis.pagina.evaluate("document.documentElement.dir = 'rtl'")
        assert reis.pagina.evaluate(UITSTEEKT) == [], bladzijde


def test_wat_je_aanraakt_is_groot_genoeg(bezoek: Bezoek) -> None:
    reis = bezoek(TELEFOON, keurt=False)
    for bladzijde in _bladzijden(reis):
        assert reis.pagina.evaluate(KLEIN) == [], bladzijde


@pytest.mark.parametrize("kleuren", ["active", "none"])
def test_met_vaste_kleuren_is_te_zien_wat_is_gekozen(bezoek: Bezoek, kleuren: str) -> None:
    reis = bezoek(TELEFOON, keurt=False, forced_colors=kleuren)
    kies_product(reis)
    kies_aantal(reis, volwassen=1)
    tegel = reis.pagina.locator(".tegel__keuze").first
    voor = tegel.screenshot()
    reis.kies("Ja")
    assert tegel.screenshot() != voor
