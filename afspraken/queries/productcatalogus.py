"""Which products can somebody choose from?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from locaties.models import Product

from .vaste_vraag import vaste_vraag


@dataclass(frozen=True, slots=True)
class Productkeuze:
    """One product to choose; ``zoekwoorden`` holds everything it can be found by, in both languages."""

    code: str
    naam: str
    categorie: str
    zoekwoorden: tuple[str, ...]
    vorm: str
    kan_online: bool
    max_personen: int
    wettelijke_termijn: int | None

    @property
    def afspraak_nodig(self) -> bool:
        """Whether it can be done by appointment at all."""
        return self.vorm != "inloop"


# Every page of the flow reads them all, so it reads no more of them than this.
KOLOMMEN = (
    "code",
    "naam",
    "naam_en",
    "upl_naam",
    "categorie",
    "zoekwoorden",
    "vorm",
    "kan_online",
    "max_personen",
    "wettelijke_termijn_werkdagen",
)


def productcatalogus(*, taal: str) -> tuple[Productkeuze, ...]:
    """Return all products in their own order. One statement."""
    return tuple(_keuze(dict(zip(KOLOMMEN, rij, strict=True)), taal) for rij in _producten())


@vaste_vraag
def _producten() -> QuerySet[Any, Any]:
    return Product.objects.filter(is_actief=True).values_list(*KOLOMMEN)


def _keuze(product: dict[str, Any], taal: str) -> Productkeuze:
    vindbaar = (*product["zoekwoorden"], *(product[k] for k in ("naam", "naam_en", "upl_naam", "categorie")))
    return Productkeuze(
        code=product["code"],
        naam=(taal == "en" and product["naam_en"]) or product["naam"],
        categorie=product["categorie"],
        zoekwoorden=tuple(woord for woord in vindbaar if woord),
        vorm=product["vorm"],
        kan_online=product["kan_online"],
        max_personen=product["max_personen"],
        wettelijke_termijn=product["wettelijke_termijn_werkdagen"],
    )
