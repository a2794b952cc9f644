"""Read what somebody typed, or a scanner, to find an appointment: a code in any writing, or a whole link."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .code import LENGTE, TEKENS, lees_code

_LINK = re.compile(r"/a/([A-Za-z0-9_-]{22})(?![A-Za-z0-9_-])")
_WOORD = re.compile(rf"\b[{TEKENS}]{{{LENGTE}}}\b", re.IGNORECASE)
_VOORAF = re.compile(r"^(UW)?(AFSPRAAK)?(CODE|NUMMER|NR)(?=.{6}$)")


@dataclass(frozen=True, slots=True)
class Gescand:
    """``link``: token of an own page, as it was; else ``code``: capitals without anything between them."""

    code: str = ""
    link: str = ""


def lees_gescand(tekst: str) -> Gescand:
    """Return what it says: "k7m 4qx", "Code: K7M-4QX", or the address of somebody's page."""
    link = _LINK.search(tekst)
    if link:
        return Gescand(link=link[1])
    kaal = _VOORAF.sub("", lees_code(tekst))
    los = _WOORD.findall(tekst)
    return Gescand(code=lees_code(los[0]) if len(kaal) != LENGTE and len(los) == 1 else kaal)
