"""What stands on a ticket: a number, where and when. Not who, not why."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from afspraken.models import Bezoek
from afspraken.rules.link import link_token
from locaties.rules.weigering import NietGevonden


@dataclass(frozen=True, slots=True)
class Bon:
    """The ticket; ``tijd`` and ``datum`` in wall time, ``begin`` the appointed time or "".

    ``link``: token of the own live page, for who has no appointment (whose message has a link already).
    """

    nummer: str
    taal: str
    datum: str
    tijd: str
    begin: str
    link: str


def bon(*, bezoek_id: UUID, locatie_id: int) -> Bon:
    """Return the ticket of a visit to this office; ``NietGevonden`` elsewhere. One statement."""
    bezoek = (
        Bezoek.objects.select_related("locatie", "afspraak")
        .filter(id=bezoek_id, locatie_id=locatie_id)
        .first()
    )
    if bezoek is None:
        raise NietGevonden("Wij vinden dit nummer niet in uw kantoor.")
    zone, afspraak = bezoek.locatie.zone, bezoek.afspraak
    aankomst = bezoek.aangekomen_op.astimezone(zone)
    return Bon(
        nummer=str(bezoek),
        taal="en" if bezoek.taal == "en" else "nl",
        datum=f"{aankomst:%-d-%-m-%Y}",
        tijd=f"{aankomst:%H:%M}",
        link=link_token(settings.LINK_SLEUTEL, bezoek.id, 0) if bezoek.link_hash else "",
        begin=f"{afspraak.begin.astimezone(zone):%H:%M}" if afspraak else "",
    )
