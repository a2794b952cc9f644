"""Consent is taken back: what was agreed is wiped at once, whatever becomes of the place."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from afspraken.models import Afspraak
from afspraken.rules.status import STAAT
from locaties.rules.weigering import Weigering
from toegankelijkheid.actions.afstemming_wissen import afstemming_wissen
from toegankelijkheid.queries.behoeften import vereisten_van

from .stappen.afspraak import pak_afspraak
from .stappen.gebeurtenis import noteer
from .stappen.herplaatsen import herplaats, meld_ander_einde
from .stappen.knelpunt import vergeet_bestelknelpunten


def toestemming_intrekken(
    *, afspraak_id: UUID, nu: datetime, rol: str, gebruiker_id: int | None = None
) -> None:
    """Wipe, also when the appointment is over; once more changes nothing. Raises ``NietGevonden``.

    An appointment still to come gives back the extra time and the special balie where that is possible.
    """
    with transaction.atomic(durable=True):
        afspraak = pak_afspraak(afspraak_id)
        if afspraak.afstemming_id is None:
            return
        oud_einde = afspraak.einde
        if afspraak.status in STAAT and afspraak.begin > nu:
            _geef_terug(afspraak, nu=nu)
        afstemming_wissen(afstemming_ids=[afspraak.afstemming_id], nu=nu)
        vergeet_bestelknelpunten([afspraak.id])
        afspraak.afstemming_id = None
        afspraak.gewijzigd_op = nu
        afspraak.save()
        meld_ander_einde(afspraak, oud_einde, nu=nu)
        noteer(afspraak.id, "afspraak.gewijzigd", nu=nu, rol=rol, gebruiker_id=gebruiker_id)


def _geef_terug(afspraak: Afspraak, *, nu: datetime) -> None:
    eigen_tolk = afspraak.begeleiding == "eigen_tolk"
    try:
        herplaats(afspraak, vereisten_van(codes=(), eigen_tolk=eigen_tolk), nu=nu)
    except Weigering:
        # Somebody is ill or a product went: the place stays as it is, the right to withdraw does not wait.
        return
