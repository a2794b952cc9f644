"""Make the link of a contact dead; the new one goes to the contact's own address only."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.models import Contact
from afspraken.rules.link import link_hash
from locaties.actions.stappen.daad import daad
from locaties.rules.weigering import NietGevonden

from .stappen.afspraak import pak_afspraak
from .stappen.contact import link_van
from .stappen.gebeurtenis import noteer
from .stappen.herhaling import zet_herhaling_klaar


@daad
def link_wisselen(
    *, contact_id: UUID, nu: datetime, rol: str = "burger", gebruiker_id: int | None = None
) -> None:
    """Raise the version: from now on the old link is unknown, and later messages carry the new one."""
    contact = _pak_contact(contact_id)
    contact.link_versie += 1
    contact.link_hash = link_hash(link_van(contact.pk, contact.link_versie))
    contact.save(update_fields=["link_versie", "link_hash"])
    zet_herhaling_klaar(contact.afspraak, contact, sleutel=f"link:{contact.link_versie}", nu=nu)
    noteer(contact.afspraak_id, "link.gewisseld", nu=nu, rol=rol, gebruiker_id=gebruiker_id)


def _pak_contact(contact_id: UUID) -> Contact:
    """Lock the appointment first, as every deed does: who cancels at this moment refers to the contact."""
    afspraak_id = Contact.objects.filter(pk=contact_id).values_list("afspraak_id", flat=True).first()
    if afspraak_id is None:
        raise NietGevonden
    pak_afspraak(afspraak_id)
    return Contact.objects.select_for_update().get(pk=contact_id)
