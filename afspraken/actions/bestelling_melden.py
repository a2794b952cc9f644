"""Write down how an order stands; one that fails makes a promise that does not hold: a knelpunt."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from afspraken.models import Afspraak, Knelpunt
from toegankelijkheid.actions.bestelling_bijwerken import bestelling_bijwerken
from toegankelijkheid.rules.status import BEVESTIGD

from .stappen.gebeurtenis import noteer

SOORT = "bestelling"
# Who calls reads on the list "te regelen" what it is; this sentence tells no need.
REDEN = _("Iets wat wij hebben beloofd, lukt niet. Bel over een oplossing.")
GELUKT = _("Het is alsnog geregeld.")


def bestelling_melden(
    *,
    bestelling_id: UUID,
    status: str,
    nu: datetime,
    locatie_ids: frozenset[int] | None,
    gebruiker_id: int | None,
) -> None:
    """Move the order, and open or close the knelpunt. Raises ``NietGevonden``, ``OvergangNietMogelijk``."""
    with transaction.atomic(durable=True):
        uit = bestelling_bijwerken(bestelling_id=bestelling_id, status=status, nu=nu, locatie_ids=locatie_ids)
        afspraak = Afspraak.objects.filter(afstemming_id=uit.afstemming_id).first()
        if afspraak is None:
            return
        if uit.is_knelpunt:
            _open(afspraak, nu, gebruiker_id)
        elif uit.status == BEVESTIGD:
            afspraak.knelpunten.filter(soort=SOORT, opgelost_op=None).update(
                opgelost_op=nu, oplossing=str(GELUKT)
            )


def _open(afspraak: Afspraak, nu: datetime, gebruiker_id: int | None) -> None:
    _, is_nieuw = Knelpunt.objects.get_or_create(
        afspraak=afspraak, soort=SOORT, opgelost_op=None, defaults={"sinds": nu, "reden": str(REDEN)}
    )
    if is_nieuw:
        noteer(afspraak.id, "knelpunt.gemeld", nu=nu, rol="personeel", gebruiker_id=gebruiker_id)
