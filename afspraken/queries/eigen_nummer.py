"""Which mobile number do we have of who is at the counter?"""

from __future__ import annotations

from uuid import UUID

from afspraken.models import Contact
from afspraken.rules.telefoonnummer import lees_telefoonnummer, toonbaar


def eigen_nummer(*, bezoek_id: UUID) -> str:
    """Return that of the appointment, as people write it; "" without one that gets SMS. One statement.

    Not what was given in the hall: that was for the turn alone.
    """
    contacten = Contact.objects.filter(afspraak__bezoek=bezoek_id, rol="bezoeker").exclude(telefoon="")
    telefoon = contacten.order_by("id").values_list("telefoon", flat=True).first()
    return toonbaar(telefoon) if telefoon and lees_telefoonnummer(telefoon).kan_sms else ""
