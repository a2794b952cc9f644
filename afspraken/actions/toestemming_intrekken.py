"""Consent is taken back: what was agreed is wiped at once, whatever becomes of the place."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.models import Afspraak
from afspraken.rules.status import STAAT
from locaties.actions.stappen.daad import daad
from locaties.rules.weigering import Weigering
from toegankelijkheid.queries.behoeften import vereisten_van

from .stappen.afspraak import pak_afspraak
from .stappen.afspraakafstemming import wis_afstemming
from .stappen.gebeurtenis import noteer
from .stappen.herplaatsen import herplaats, meld_ander_einde
from .stappen.knelpunt import vergeet_bestelknelpunten


@daad
def toestemming_intrekken(
    *, afspraak_id: UUID, nu: datetime, rol: str, gebruiker_id: int | None = None
) -> None:
    """Wipe, also when the appointment is over; once more changes nothing. Raises ``NietGevonden``.

    An appointment still to come gives back the extra time and the special balie where that is possible.
    """
    afspraak = pak_afspraak(afspraak_id)
    if afspraak.afstemming_id is None:
        return
    oud_einde = afspraak.einde
    if _staat_nog(afspraak, nu):
        _geef_terug(afspraak, nu=nu)
    wis_afstemming(afspraak.afstemming_id, nu=nu)
    vergeet_bestelknelpunten([afspraak.id])
    afspraak.afstemming_id = None
    afspraak.gewijzigd_op = nu
    afspraak.save()
    meld_ander_einde(afspraak, oud_einde, nu=nu)
    noteer(afspraak.id, "afspraak.gewijzigd", nu=nu, rol=rol, gebruiker_id=gebruiker_id)


def _staat_nog(afspraak: Afspraak, nu: datetime) -> bool:
    """Whether there is a place to give back from; a provisional one that is over has none any more."""
    tot = afspraak.vastgehouden_tot
    return afspraak.status in STAAT and afspraak.begin > nu and (tot is None or tot > nu)


def _geef_terug(afspraak: Afspraak, *, nu: datetime) -> None:
    eigen_tolk = afspraak.begeleiding == "eigen_tolk"
    try:
        herplaats(afspraak, vereisten_van(codes=(), eigen_tolk=eigen_tolk), nu=nu)
    except Weigering:
        # Somebody is ill or a product went: the place stays as it is, the right to withdraw does not wait.
        return
