"""Which municipality is this?"""

from __future__ import annotations

from dataclasses import dataclass

from locaties.models import Gemeente


@dataclass(frozen=True, slots=True)
class Gemeentegegevens:
    """Name and the human ways."""

    naam: str
    telefoon: str
    telefoon_buitenland: str
    tekst_voor_doven: str
    bereikbaar: str
    bereikbaar_en: str


ONBEKEND = Gemeentegegevens("Gemeente", "14 070", "", "", "", "")


def gemeente() -> Gemeentegegevens:
    """Return the municipality of this installation; before it is loaded a neutral one."""
    velden = Gemeente.objects.values_list(
        "naam", "telefoon", "telefoon_buitenland", "tekst_voor_doven", "bereikbaar", "bereikbaar_en"
    ).first()
    return Gemeentegegevens(*velden) if velden else ONBEKEND
