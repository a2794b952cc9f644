"""Send the confirmation once more, to everybody who can be reached about the appointment."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from locaties.actions.stappen.daad import daad
from locaties.rules.weigering import Weigering

from .stappen.afspraak import pak_afspraak
from .stappen.gebeurtenis import noteer
from .stappen.herhaling import zet_herhaling_klaar


class NietTeVersturen(Weigering):
    """Nobody can be reached, or the appointment is over."""

    code = "niet_te_versturen"
    melding = _(  # type: ignore[assignment]
        "Wij kunnen dit bericht niet versturen. Er is geen adres, of de afspraak staat niet vast."
    )


@daad
def bericht_opnieuw(
    *, afspraak_id: UUID, nu: datetime, gebruiker_id: int | None, rol: str = "telefonist"
) -> int:
    """Return how many contacts get it; within the same minute (a double click) it is sent once."""
    afspraak = pak_afspraak(afspraak_id)
    sleutel = f"opnieuw:{nu:%Y%m%d%H%M}"
    contacten = afspraak.contacten.order_by("id")
    aantal = sum(zet_herhaling_klaar(afspraak, contact, sleutel=sleutel, nu=nu) for contact in contacten)
    if not aantal:
        raise NietTeVersturen
    noteer(afspraak.id, "bericht.opnieuw", nu=nu, rol=rol, gebruiker_id=gebruiker_id)
    return aantal
