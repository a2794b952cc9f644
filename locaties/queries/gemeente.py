"""Which municipality is this?"""

from __future__ import annotations

from dataclasses import dataclass, fields

from locaties.models import Gemeente


@dataclass(frozen=True, slots=True)
class Gemeentegegevens:
    """Name and the human ways."""

    naam: str
    telefoon: str
    telefoon_buitenland: str
    tekst_voor_doven: str
    tekst_voor_doven_en: str
    bereikbaar: str
    bereikbaar_en: str

    def voor_doven(self, taal: str) -> str:
        """How who cannot call reaches us, in this language if it is there."""
        return (self.tekst_voor_doven_en if taal == "en" else "") or self.tekst_voor_doven


ONBEKEND = Gemeentegegevens("Gemeente", "14 070", "", "", "", "", "")


def gemeente() -> Gemeentegegevens:
    """Return the municipality of this installation; before it is loaded a neutral one."""
    velden = Gemeente.objects.values_list(*(veld.name for veld in fields(Gemeentegegevens))).first()
    return Gemeentegegevens(*velden) if velden else ONBEKEND
