"""Write down how an order stands; one that fails makes a promise that does not hold: a knelpunt."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from afspraken.models import Afspraak, Knelpunt
from locaties.actions.stappen.daad import daad
from toegankelijkheid.actions.bestelling_bijwerken import bestelling_bijwerken
from toegankelijkheid.models import Bestelling
from toegankelijkheid.rules.status import BEVESTIGD, NIET_BESCHIKBAAR

from .stappen.knelpunt import OVER_BESTELLING

# Who calls reads on the list "te regelen" what it is; this sentence tells no need.
REDEN = _("Iets wat wij hebben beloofd, lukt niet. Bel over een oplossing.")
GELUKT = _("Het is alsnog geregeld.")


@daad
def bestelling_melden(
    *, bestelling_id: UUID, status: str, nu: datetime, locatie_ids: frozenset[int] | None
) -> None:
    """Move the order, and open or close the knelpunt. Raises ``NietGevonden``, ``OvergangNietMogelijk``."""
    uit = bestelling_bijwerken(bestelling_id=bestelling_id, status=status, nu=nu, locatie_ids=locatie_ids)
    afspraak = Afspraak.objects.filter(afstemming_id=uit.afstemming_id).first()
    if afspraak is None:
        return
    if uit.is_knelpunt:
        # No Gebeurtenis: those stay for a year, and this would tell that there was a need.
        Knelpunt.objects.get_or_create(
            afspraak=afspraak,
            soort=OVER_BESTELLING,
            opgelost_op=None,
            defaults={"sinds": nu, "reden": str(REDEN)},
        )
    elif uit.status == BEVESTIGD and not _mist_nog_iets(uit.afstemming_id):
        afspraak.knelpunten.filter(soort=OVER_BESTELLING, opgelost_op=None).update(
            opgelost_op=nu, oplossing=str(GELUKT)
        )


def _mist_nog_iets(afstemming_id: UUID) -> bool:
    """One knelpunt tells of all orders of an appointment: it stays while another of them fails."""
    return Bestelling.objects.filter(afstemming_id=afstemming_id, status=NIET_BESCHIKBAAR).exists()
