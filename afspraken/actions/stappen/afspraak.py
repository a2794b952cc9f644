"""Lock one existing appointment."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.models import Afspraak
from afspraken.rules.status import STAAT, TE_WIJZIGEN
from locaties.rules.weigering import NietGevonden

from .weigeringen import NietTeWijzigen


def pak_afspraak(afspraak_id: UUID) -> Afspraak:
    """Return the appointment, locked until the transaction ends. Raises ``NietGevonden``."""
    afspraak = Afspraak.objects.select_for_update(no_key=True).filter(id=afspraak_id).first()
    if afspraak is None:
        raise NietGevonden("Wij kunnen deze afspraak niet vinden.")
    return afspraak


def toets_wijzigbaar(afspraak: Afspraak, *, nu: datetime) -> None:
    """Only an appointment that is sure and has not begun can change. Raises ``NietTeWijzigen``."""
    if afspraak.status not in TE_WIJZIGEN or afspraak.begin <= nu:
        raise NietTeWijzigen


def toets_af_te_zeggen(afspraak: Afspraak, *, nu: datetime) -> None:
    """A provisional one can be cancelled too. Raises ``NietTeWijzigen``."""
    if afspraak.status not in STAAT or afspraak.begin <= nu:
        raise NietTeWijzigen
