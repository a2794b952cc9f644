"""What stands on the printed confirmation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings

from afspraken.models import Contact
from afspraken.queries.mijn_afspraak import MijnAfspraak, mijn_afspraak
from afspraken.rules.link import link_token
from locaties.rules.weigering import NietGevonden


@dataclass(frozen=True, slots=True)
class Afdruk:
    """The letter, and whom it is for."""

    achternaam: str
    brief: MijnAfspraak


def afdruk(*, afspraak_id: UUID, locatie_ids: frozenset[int] | None, nu: datetime) -> Afdruk:
    """Return the appointment as its visitor sees it, who prefers paper; ``NietGevonden`` elsewhere."""
    rijen = Contact.objects.filter(afspraak_id=afspraak_id)
    if locatie_ids is not None:
        rijen = rijen.filter(afspraak__locatie_id__in=locatie_ids)
    velden = rijen.values_list("kanaal", "id", "link_versie", "achternaam")
    gevonden = sorted(velden, key=lambda rij: rij[0] != "papier")
    if not gevonden:
        raise NietGevonden("Wij vinden deze afspraak niet bij uw kantoor.")
    _, contact_id, versie, achternaam = gevonden[0]
    link = link_token(settings.LINK_SLEUTEL, contact_id, versie)
    return Afdruk(achternaam, mijn_afspraak(link=link, nu=nu))
