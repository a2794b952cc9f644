"""A whole booking with Tab, arrows, Space and Enter; where the focus is, can be seen."""

from __future__ import annotations

from .boeken import code
from .reis import Reis

GENOEG = 120
WAAR = """() => {
  const hier = document.activeElement;
  const label = hier.labels?.[0]?.innerText || hier.getAttribute("aria-label");
  const naam = label || hier.innerText || hier.value || "";
  const stijl = getComputedStyle(hier);
  const zichtbaar = stijl.outlineStyle !== "none" || stijl.boxShadow !== "none"
    || hier.type === "radio" || hier.type === "checkbox";
  return [naam.replace(/\\s+/g, " ").trim(), zichtbaar];
}"""


def test_boeken_met_alleen_het_toetsenbord(telefoon: Reis) -> None:
    telefoon.open("/")
    telefoon.pagina.keyboard.press("Tab")
    assert _waar(telefoon) == "Ga naar de inhoud"
    _druk(telefoon, "Begin in het Nederlands")
    _druk(telefoon, "Paspoort aanvragen")
    _druk(telefoon, "Maak een afspraak")
    _naar(telefoon, "18 jaar of ouder")
    telefoon.pagina.keyboard.type("1")
    _druk(telefoon, "Verder")
    _naar(telefoon, "Ja")
    telefoon.pagina.keyboard.press("ArrowDown")
    _druk(telefoon, "Verder")
    _druk(telefoon, "Kies de eerste vrije plek")
    _naar_veld(telefoon, "begin")
    telefoon.pagina.keyboard.press("Space")
    _druk(telefoon, "Verder")
    _naar(telefoon, "Achternaam")
    telefoon.pagina.keyboard.type("De Wit")
    _naar(telefoon, "Telefoonnummer")
    telefoon.pagina.keyboard.type("06 12345678")
    _druk(telefoon, "Controleer uw afspraak")
    telefoon.kop("Klopt alles?")
    _druk(telefoon, "Maak de afspraak")
    assert code(telefoon)


def _druk(reis: Reis, naam: str) -> None:
    """Go to it with Tab and press Enter."""
    _naar(reis, naam)
    with reis.pagina.expect_navigation():
        reis.pagina.keyboard.press("Enter")
    reis.toets()


def _naar(reis: Reis, naam: str) -> None:
    """Press Tab until the focus is there."""
    for _ in range(GENOEG):
        reis.pagina.keyboard.press("Tab")
        if _waar(reis).startswith(naam):
            return
    raise AssertionError(f"Met Tab niet te bereiken: {naam}")


def _naar_veld(reis: Reis, veld: str) -> None:
    for _ in range(GENOEG):
        reis.pagina.keyboard.press("Tab")
        if reis.pagina.evaluate("document.activeElement.name") == veld:
            return
    raise AssertionError(f"Met Tab niet te bereiken: {veld}")


def _waar(reis: Reis) -> str:
    """Return what has the focus; it must show."""
    naam, zichtbaar = reis.pagina.evaluate(WAAR)
    assert zichtbaar, f"Geen zichtbare focus op {naam!r}"
    return str(naam)
