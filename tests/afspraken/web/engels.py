"""What a page says to people, and whether that is English."""

from __future__ import annotations

import re
from html.parser import HTMLParser

NEDERLANDS = re.compile(
    r"\b(kies|terug|verder|afspra(?:ak|ken)|kanto(?:or|ren)|uur|wij|ons|onze|uw|het|een|niet|voor|naar|om"
    r"|wilt|hebt|moet|kunt|geen|wat|waar|wie|neem|bel|stap|bladzijde|vraag|gemeente(?! Den Haag)"
    r"|(?:maan|dins|woens|donder|vrij|zater|zon)dag|ja|nee|januari|oktober|december)\b",
    re.IGNORECASE,
)
ZONDER_INHOUD = frozenset({"input", "img", "link", "meta", "br", "hr", "path", "use"})


class Leesbaar(HTMLParser):
    """The text that somebody sees or hears; what says that it is Dutch is left out."""

    def __init__(self) -> None:
        super().__init__()
        self.teksten: list[str] = []
        self.diepte = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter an element; remember how deep we are in one to skip."""
        kenmerken = dict(attrs)
        if tag in ZONDER_INHOUD:
            self._noteer(kenmerken.get("alt"))
        elif self.diepte or kenmerken.get("lang") == "nl" or tag in {"script", "style"}:
            self.diepte += 1
        else:
            self._noteer(kenmerken.get("aria-label"))

    def handle_endtag(self, tag: str) -> None:
        """Leave it."""
        if self.diepte and tag not in ZONDER_INHOUD:
            self.diepte -= 1

    def handle_data(self, data: str) -> None:
        """Keep what is said."""
        self._noteer(data)

    def _noteer(self, tekst: str | None) -> None:
        if tekst and tekst.strip() and not self.diepte:
            self.teksten.append(tekst.strip())


def is_engels(bladzijde: str) -> None:
    """Check the language of the page, and every text that somebody reads or hears."""
    assert '<html lang="en"' in bladzijde
    lezer = Leesbaar()
    lezer.feed(bladzijde)
    assert lezer.teksten
    assert [tekst for tekst in lezer.teksten if NEDERLANDS.search(tekst)] == []
