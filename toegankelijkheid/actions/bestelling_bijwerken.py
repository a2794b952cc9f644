"""Write down how an order stands: asked, confirmed, not available."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from locaties.rules.weigering import NietGevonden, Weigering
from toegankelijkheid.models import Bestelling
from toegankelijkheid.rules.status import NIET_BESCHIKBAAR, bronnen_voor


class OvergangNietMogelijk(Weigering):
    """From this state it cannot become that."""

    code = "overgang_niet_mogelijk"
    melding = "Dit kan nu niet. Iemand anders heeft dit al gewijzigd. Bekijk de lijst opnieuw."


@dataclass(frozen=True, slots=True)
class BijgewerkteBestelling:
    """Whose order it is, and whether the promise still holds."""

    afstemming_id: UUID
    status: str
    is_knelpunt: bool


def bestelling_bijwerken(
    *,
    bestelling_id: UUID,
    status: str,
    nu: datetime,
    eigenaar: str | None = None,
    locatie_ids: frozenset[int] | None = None,
) -> BijgewerkteBestelling:
    """Move the order to a state, and hand it to an owner if one is given; None for offices means all."""
    bereik = Bestelling.objects.filter(pk=bestelling_id)
    if locatie_ids is not None:
        bereik = bereik.filter(locatie_id__in=locatie_ids)
    velden = {"status": status, "gewijzigd_op": nu} | ({"eigenaar": eigenaar} if eigenaar else {})
    with transaction.atomic():
        afstemming_id = bereik.values_list("afstemming_id", flat=True).first()
        if afstemming_id is None:
            raise NietGevonden
        if not bereik.filter(status__in=bronnen_voor(status)).update(**velden):
            raise OvergangNietMogelijk
    return BijgewerkteBestelling(afstemming_id, status, is_knelpunt=status == NIET_BESCHIKBAAR)
