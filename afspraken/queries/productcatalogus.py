"""Which products can somebody choose from?"""

from __future__ import annotations

from dataclasses import dataclass

from locaties.models import Product


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


def productcatalogus(*, taal: str) -> tuple[Productkeuze, ...]:
    """Return all products in their own order. One statement."""
    return tuple(_keuze(product, taal) for product in Product.objects.filter(is_actief=True))


def _keuze(product: Product, taal: str) -> Productkeuze:
    vindbaar = (*product.zoekwoorden, product.naam, product.naam_en, product.upl_naam, product.categorie)
    return Productkeuze(
        code=product.code,
        naam=(product.naam_en if taal == "en" else "") or product.naam,
        categorie=product.categorie,
        zoekwoorden=tuple(woord for woord in vindbaar if woord),
        vorm=product.vorm,
        kan_online=product.kan_online,
        max_personen=product.max_personen,
        wettelijke_termijn=product.wettelijke_termijn_werkdagen,
    )
