"""What can somebody come for here without an appointment?"""

from __future__ import annotations

from dataclasses import dataclass

from locaties.models import ProductOpLocatie

from .inloopvraag import AFHALEN, ZONDER_AFSPRAAK


@dataclass(frozen=True, slots=True)
class Inloopproduct:
    """One product to choose; ``is_afhalen``: in the lane for collecting."""

    code: str
    naam: str
    categorie: str
    max_personen: int
    is_afhalen: bool


def inloopproducten(*, kantoor: str) -> tuple[Inloopproduct, ...]:
    """Return them, what is only collected first. One statement."""
    rijen = ProductOpLocatie.objects.filter(
        locatie__code=kantoor, vorm__in=ZONDER_AFSPRAAK, product__is_actief=True
    ).order_by("product__volgorde", "product__naam")
    keuzes = [
        Inloopproduct(code, naam, categorie, meeste, rij == AFHALEN)
        for code, naam, categorie, meeste, rij in rijen.values_list(
            "product__code", "product__naam", "product__categorie", "product__max_personen", "product__rij"
        )
    ]
    return tuple(sorted(keuzes, key=lambda keuze: not keuze.is_afhalen))
