"""At which offices is this product done, and how does one come there?"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from afspraken.rules.openingsteksten import openingsteksten
from locaties.models import ProductOpLocatie

from .openingsuren import openingsuren


@dataclass(frozen=True, slots=True)
class Productkantoor:
    """An office where it is done; its hours for this product, in the language of the reader."""

    code: str
    naam: str
    adres: str
    postcode: str
    plaats: str
    vorm: str
    openingstijden: tuple[str, ...]


def productkantoren(*, product: str, taal: str) -> tuple[Productkantoor, ...]:
    """Return them in their own order. Two statements."""
    rijen = ProductOpLocatie.objects.filter(product__code=product)
    return _kantoren(rijen.order_by("locatie__volgorde", "locatie__naam"), taal)


def productkantoor(*, product: str, kantoor: str, taal: str) -> Productkantoor | None:
    """Return this one; None when it is not done there. Two statements."""
    rijen = ProductOpLocatie.objects.filter(product__code=product, locatie__code=kantoor)
    return next(iter(_kantoren(rijen, taal)), None)


def _kantoren(rijen: QuerySet[ProductOpLocatie], taal: str) -> tuple[Productkantoor, ...]:
    met_alles = list(rijen.select_related("locatie", "product"))
    categorieen = {"", *(rij.product.categorie for rij in met_alles)}
    uren = openingsuren(categorieen=categorieen, locaties=[rij.locatie_id for rij in met_alles])
    return tuple(
        Productkantoor(
            code=rij.locatie.code,
            naam=rij.locatie.naam,
            adres=rij.locatie.adres,
            postcode=rij.locatie.postcode,
            plaats=rij.locatie.plaats,
            vorm=rij.vorm,
            openingstijden=openingsteksten(uren[rij.locatie_id], taal),
        )
        for rij in met_alles
    )
