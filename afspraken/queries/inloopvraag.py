"""What a walk-in comes for: the parts with their minutes, and whether it is only to collect."""

from __future__ import annotations

from dataclasses import dataclass

from afspraken.rules.aanvraag import Gevraagd
from afspraken.rules.duur import Deel, delen_van
from locaties.models import ProductOpLocatie
from locaties.rules.weigering import NietGevonden

from .vraag import duren_van

AFHALEN = "afhalen"
ZONDER_AFSPRAAK = ("inloop", "beide")


@dataclass(frozen=True, slots=True)
class Inloopvraag:
    """``is_afhalen``: everything is in the lane for collecting."""

    delen: tuple[Deel, ...]
    is_afhalen: bool


def inloopvraag(*, gevraagd: tuple[Gevraagd, ...], locatie_id: int) -> Inloopvraag:
    """Return it. Three statements. Raises ``NietGevonden`` for what this office does not do, or too many."""
    rijen = ProductOpLocatie.objects.filter(
        locatie_id=locatie_id,
        vorm__in=ZONDER_AFSPRAAK,
        product__code__in=[g.product for g in gevraagd],
        product__is_actief=True,
    ).values_list("product__code", "product_id", "product__max_personen", "product__rij")
    regels = {code: (pk, meeste, rij) for code, pk, meeste, rij in rijen}
    if not gevraagd or any(not _kan(regels.get(g.product), g) for g in gevraagd):
        raise NietGevonden("Dit kan niet in dit kantoor. Kies opnieuw waarvoor de bezoeker komt.")
    duren = duren_van([pk for pk, _, _ in regels.values()])
    ids = [(regels[g.product][0], g.groepen) for g in gevraagd]
    return Inloopvraag(
        delen=tuple(deel for pk, groepen in ids for deel in delen_van(pk, groepen, duren[pk])),
        is_afhalen=all(rij == AFHALEN for _, _, rij in regels.values()),
    )


def _kan(regel: tuple[int, int, str] | None, gevraagd: Gevraagd) -> bool:
    return regel is not None and 1 <= len(gevraagd.groepen) <= regel[1]
