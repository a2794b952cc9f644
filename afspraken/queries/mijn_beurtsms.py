"""Did who is in the hall ask for an SMS, and where could it go?"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from afspraken.models import Bericht, Beurtsms, Contact
from afspraken.queries.sms_nummer import nummer_van
from afspraken.rules.link import link_hash
from afspraken.rules.smsplafond import Smsplafond
from afspraken.rules.telefoonnummer import lees_telefoonnummer

CIJFERS = 3


@dataclass(frozen=True, slots=True)
class MijnBeurtsms:
    """Last digits only: enough for the owner, too little for who found the link.

    ``naar``: it was asked for, to this number; "" when not. ``eigen``: the mobile number of the appointment
    behind the link; "" when there is none. ``is_vol``: one did not leave, for no more do today.
    """

    naar: str
    eigen: str
    is_vol: bool


def mijn_beurtsms(*, bezoek_id: UUID, link: str) -> MijnBeurtsms:
    """Return it for a visit behind this link. Three statements."""
    gevraagd = Beurtsms.objects.filter(bezoek_id=bezoek_id).first()
    eigen = Contact.objects.filter(link_hash=link_hash(link), afspraak__bezoek=bezoek_id).exclude(telefoon="")
    telefoon = eigen.values_list("telefoon", flat=True).first()
    return MijnBeurtsms(
        naar=nummer_van(gevraagd)[-CIJFERS:] if gevraagd else "",
        eigen=telefoon[-CIJFERS:] if telefoon and lees_telefoonnummer(telefoon).kan_sms else "",
        is_vol=Bericht.objects.filter(bezoek_id=bezoek_id, fout__in=list(Smsplafond)).exists(),
    )
