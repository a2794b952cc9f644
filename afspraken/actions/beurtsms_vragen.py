"""An SMS when it is my turn: asked for on the own phone, in the hall."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.models import Contact
from afspraken.rules.bezoekstatus import OPEN
from afspraken.rules.link import link_hash
from locaties.actions.stappen.daad import daad

from .stappen.beurtsms import GeenSmsMogelijk, TeVeelSms, leg_nummer_vast
from .stappen.bezoekrij import NietMogelijkNu, pak_bezoek
from .stappen.gebeurtenis import noteer_bezoek

MEESTE_KEREN = 10  # per visit: each one wakes every page of the office


class GeenNummer(GeenSmsMogelijk):
    """Nothing was typed, and behind the link stands no mobile number."""

    code = "geen_nummer"
    melding = "Vul een mobiel nummer in. Daar sturen wij de sms naartoe."


@daad
def beurtsms_vragen(*, bezoek_id: UUID, nu: datetime, telefoon: str = "", link: str = "", rol: str) -> None:
    """Keep where to send it; again with another number takes its place.

    ``telefoon``: as typed, "" for the number of the appointment behind ``link``.

    Raises ``NietGevonden``, ``NietMogelijkNu`` (the visit is over), ``GeenNummer``, ``Onleesbaar``,
    ``GeenSmsMogelijk``, ``TeVeelSms`` (also: too often at this visit).
    """
    bezoek = pak_bezoek(bezoek_id)
    if bezoek.status not in OPEN:
        raise NietMogelijkNu("Dit bezoek is voorbij. Wij sturen geen sms meer.")
    if bezoek.gebeurtenissen.filter(soort="bezoek.beurtsms_gevraagd").count() >= MEESTE_KEREN:
        raise TeVeelSms
    nummer = telefoon.strip() or _eigen_nummer(link, bezoek_id)
    if not nummer:
        raise GeenNummer
    leg_nummer_vast(bezoek, nummer, nu=nu)
    noteer_bezoek(bezoek, "bezoek.beurtsms_gevraagd", nu=nu, rol=rol)


def _eigen_nummer(link: str, bezoek_id: UUID) -> str:
    wie = Contact.objects.filter(link_hash=link_hash(link), afspraak__bezoek=bezoek_id).exclude(telefoon="")
    return wie.values_list("telefoon", flat=True).first() or ""
