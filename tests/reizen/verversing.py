"""A page that brings itself up to date, as a test brings it about and waits for it."""

from __future__ import annotations

from playwright.sync_api import expect

from .reis import Reis

MERK = "document.querySelectorAll('[hx-trigger] *').forEach(deel => deel.setAttribute('data-oud', ''))"
VERVERS = "htmx.trigger(document.body, 'wachtrij')"
KAN_FOCUS = "a[href], button, input:not([type=hidden]), select, textarea, summary"
ZONDER_ID = f"""() => [...document.querySelectorAll('[hx-trigger], #halen, #alarmen')]
  .flatMap(deel => [...deel.querySelectorAll('{KAN_FOCUS}')])
  .filter(wat => !wat.id).map(wat => wat.outerHTML)"""


def ververs(reis: Reis) -> None:
    """Have the page renew its parts; every element in them is another one afterwards, with what holds now.

    Twice: the page also renews itself, and what answers the first time may have been asked before now.
    """
    for _ in range(2):
        reis.pagina.evaluate(MERK)
        reis.pagina.evaluate(VERVERS)
        expect(reis.pagina.locator("[data-oud]")).to_have_count(0)


def zonder_id(reis: Reis) -> list[str]:
    """Return what can have the focus in those parts and could not be found again: nothing."""
    gevonden: list[str] = reis.pagina.evaluate(ZONDER_ID)
    return gevonden
