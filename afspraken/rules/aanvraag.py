"""What somebody has filled in so far; the same for the site, the phone and the host."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Gevraagd:
    """One product: a group per person, "" where the product has no age groups."""

    product: str
    groepen: tuple[str, ...] = ("",)


@dataclass(frozen=True, slots=True)
class Aanvraaggegevens:
    """Everything typed or chosen; all of it may still be missing."""

    taal: str = "nl"
    producten: tuple[Gevraagd, ...] = ()
    gebeurtenis_op: date | None = None
    hulp: bool | None = None
    behoeften: tuple[str, ...] = ()
    toestemming: bool | None = None
    begeleiding: str = ""
    spreektaal: str = ""
    locatie: str = ""
    begin: datetime | None = None
    achternaam: str = ""
    telefoon: str = ""
    email: str = ""
    kanaal: str = ""
    gedeeld: bool = False
    rol: str = "bezoeker"

    def als_json(self) -> dict[str, Any]:
        """Plain values, fit for JSON."""
        waarden = {veld.name: getattr(self, veld.name) for veld in fields(self)}
        waarden["producten"] = [[g.product, list(g.groepen)] for g in self.producten]
        waarden["behoeften"] = list(self.behoeften)
        for naam in ("gebeurtenis_op", "begin"):
            waarden[naam] = waarden[naam].isoformat() if waarden[naam] else None
        return waarden

    @classmethod
    def uit_json(cls, waarden: dict[str, Any]) -> Aanvraaggegevens:
        """Read back what ``als_json`` wrote."""
        bekend = {veld.name for veld in fields(cls)}
        velden = {naam: waarde for naam, waarde in waarden.items() if naam in bekend}
        velden["producten"] = tuple(Gevraagd(code, tuple(g)) for code, g in velden.get("producten", []))
        velden["behoeften"] = tuple(velden.get("behoeften", []))
        if velden.get("gebeurtenis_op"):
            velden["gebeurtenis_op"] = date.fromisoformat(velden["gebeurtenis_op"])
        if velden.get("begin"):
            velden["begin"] = datetime.fromisoformat(velden["begin"])
        return cls(**velden)

    @property
    def personen(self) -> int:
        """Number of people who come for something."""
        return max((len(g.groepen) for g in self.producten), default=0)
