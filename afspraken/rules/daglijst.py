"""Find a line of the day list by what the host types or scans: name, code, link, ticket or telephone."""

from __future__ import annotations

from collections.abc import Collection

from .code import lees_code
from .gescand import lees_gescand
from .link import link_hash
from .telefoonnummer import Onleesbaar, lees_telefoonnummer
from .zoeken import woorden_van


def past(
    gezocht: str, *, naam: str, code: str, nummer: str, telefoon: str, links: Collection[str] = ()
) -> bool:
    """Whether every typed word begins a word of the name, or the code, link, ticket or number is the same.

    ``links``: hashes of the own pages of this visitor.
    """
    gescand = lees_gescand(gezocht)
    if gescand.link:
        return link_hash(gescand.link) in links
    getypt = lees_code(gezocht)
    if not getypt:
        return False
    if (code in {getypt, gescand.code} and code) or getypt == lees_code(nummer):
        return True
    woorden, in_naam = woorden_van(gezocht), woorden_van(naam)
    if woorden and all(any(deel.startswith(woord) for deel in in_naam) for woord in woorden):
        return True
    return bool(telefoon) and telefoon == _e164(gezocht)


def _e164(gezocht: str) -> str:
    try:
        return lees_telefoonnummer(gezocht).e164
    except Onleesbaar:
        return ""
