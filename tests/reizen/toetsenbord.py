"""Going through a page with Tab and pressing Enter; where the focus is, can be seen."""

from __future__ import annotations

import re

from .reis import Reis

GENOEG = 120
WAAR = """() => {
  const hier = document.activeElement;
  if (hier === document.body) return ["", true];  // past the last one: Tab begins at the top again
  const label = hier.labels?.[0]?.innerText || hier.getAttribute("aria-label");
  const naam = label || hier.innerText || hier.value || "";
  const stijl = getComputedStyle(hier);
  const zichtbaar = stijl.outlineStyle !== "none" || stijl.boxShadow !== "none"
    || hier.type === "radio" || hier.type === "checkbox";
  return [naam.replace(/\\s+/g, " ").trim(), zichtbaar];
}"""


def druk(reis: Reis, naam: str) -> None:
    """Go to it with Tab and press Enter."""
    naar(reis, naam)
    with reis.pagina.expect_navigation():
        reis.pagina.keyboard.press("Enter")
    reis.toets()


def naar(reis: Reis, naam: str) -> None:
    """Press Tab until the focus is at what starts like this (a pattern)."""
    for _ in range(GENOEG):
        reis.pagina.keyboard.press("Tab")
        if re.match(naam, waar(reis)):
            return
    raise AssertionError(f"Met Tab niet te bereiken: {naam}")


def naar_veld(reis: Reis, veld: str) -> None:
    """Press Tab until the focus is at the field with this name."""
    for _ in range(GENOEG):
        reis.pagina.keyboard.press("Tab")
        if reis.pagina.evaluate("document.activeElement.name") == veld:
            return
    raise AssertionError(f"Met Tab niet te bereiken: {veld}")


def waar(reis: Reis) -> str:
    """Return what has the focus, "" when nothing has; it must show."""
    naam, zichtbaar = reis.pagina.evaluate(WAAR)
    assert zichtbaar, f"Geen zichtbare focus op {naam!r}"
    return str(naam)
