"""All messages, newest first: the demo shows what would have left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import F

from afspraken.models import Bericht
from afspraken.queries.sms_nummer import BIJ_HET_NUMMER, sms_nummer
from afspraken.rules.link import link_token
from afspraken.rules.telefoonnummer import toonbaar

MEESTE = 100


@dataclass(frozen=True, slots=True)
class Berichtregel:
    """One message as it left, or as it stands in the outbox."""

    bericht_id: UUID
    soort: str
    kanaal: str
    aan: str
    onderwerp: str
    tekst: str
    status: str
    status_tekst: str
    op: datetime
    is_verstuurd: bool
    link: str


def berichtenlijst() -> tuple[Berichtregel, ...]:
    """Return the last ``MEESTE``; sent ones first, then what still waits for its time. One statement."""
    rijen = Bericht.objects.select_related(*BIJ_HET_NUMMER).exclude(status=Bericht.Status.VERVALLEN)
    rijen = rijen.order_by(F("verstuurd_op").desc(nulls_last=True), "versturen_na", "-aangemaakt_op", "id")
    return tuple(_regel(bericht) for bericht in rijen[:MEESTE])


def _regel(bericht: Bericht) -> Berichtregel:
    contact = bericht.contact
    link = link_token(settings.LINK_SLEUTEL, contact.id, contact.link_versie) if contact else ""
    return Berichtregel(
        bericht_id=bericht.id,
        soort=bericht.soort,
        kanaal=bericht.kanaal,
        aan=_aan(bericht),
        onderwerp=bericht.onderwerp,
        tekst=bericht.tekst,
        status=bericht.status,
        status_tekst=bericht.get_status_display(),
        op=bericht.verstuurd_op or bericht.versturen_na,
        is_verstuurd=bericht.verstuurd_op is not None,
        link=link,
    )


def _aan(bericht: Bericht) -> str:
    contact = bericht.contact
    if bericht.kanaal == "sms":
        nummer = sms_nummer(bericht)
        return toonbaar(nummer) if nummer else bericht.adres
    if contact is None:
        return bericht.adres
    return contact.email if bericht.kanaal == "email" else contact.achternaam
