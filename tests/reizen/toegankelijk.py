"""axe-core on the page as it stands: nothing may be found."""

from __future__ import annotations

import hashlib
import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, Page

LABELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIES = {"runOnly": {"type": "tag", "values": LABELS}, "resultTypes": ["violations"]}
# What differs each time without making another page: tokens, nonces, uuids, links.
WISSELEND = re.compile(r'(?<=")[A-Za-z0-9_+/=-]{16,}(?=")|[0-9a-f-]{36}|/a/[^/"]+/')
_axe = Axe()
_goed: set[str] = set()


def toets_toegankelijkheid(pagina: Page) -> None:
    """Fail with the name of the rule and the elements; a page that was judged before is not judged again."""
    afdruk = _afdruk(pagina)
    if afdruk in _goed:
        return
    # Scripts go in by the debugger, so the content security policy stays on.
    gevonden = _axe.run(pagina, options=OPTIES).response["violations"]
    regels = [f"{fout['id']}: {fout['help']}\n    {_plekken(fout)}" for fout in gevonden]
    assert not regels, f"{pagina.url}\n" + "\n".join(regels)
    _goed.add(afdruk)


def _afdruk(pagina: Page) -> str:
    """Return a hash of what is on the page, and of how wide it is shown."""
    inhoud = WISSELEND.sub("", _inhoud(pagina)) + str(pagina.viewport_size)
    return hashlib.sha256(inhoud.encode()).hexdigest()


def _inhoud(pagina: Page) -> str:
    """Read the page; again when it just went somewhere by itself, as a tablet at rest does."""
    try:
        return pagina.content()
    except Error:
        pagina.wait_for_load_state()
        return pagina.content()


def _plekken(fout: dict[str, list[dict[str, str]]]) -> str:
    return "\n    ".join(f"{plek['target']} {plek['html'][:160]}" for plek in fout["nodes"][:5])
