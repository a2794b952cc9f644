"""Who brings what, in the words of a message."""

from __future__ import annotations

from collections.abc import Iterable

_KIND_TOT = 17
_WOORDEN = {
    "nl": ("Persoon {nummer}", "Kind van {van} tot en met {tot} jaar"),
    "en": ("Person {nummer}", "Child aged {van} to {tot}"),
}


def wie(nummer: int, groep: str, taal: str) -> str:
    """Return "Persoon 1", or "Kind van 0 tot en met 11 jaar": never a name."""
    persoon, kind = _WOORDEN.get(taal, _WOORDEN["nl"])
    van, streep, tot = groep.partition("-")
    if streep and van.isdecimal() and tot.isdecimal() and int(tot) <= _KIND_TOT:
        return kind.format(van=van, tot=tot)
    return persoon.format(nummer=nummer)


def samen_kort(korte: Iterable[str]) -> str:
    """Join the short lists of several products, each thing once; one without a short list spoils it."""
    lijsten = list(korte)
    if not lijsten or not all(lijsten):
        return ""
    dingen = [ding.strip() for lijst in lijsten for ding in lijst.split(",")]
    return ", ".join(dict.fromkeys(ding for ding in dingen if ding))
