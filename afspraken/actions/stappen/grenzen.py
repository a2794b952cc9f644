"""Ceilings of the self-service. A refusal tells nothing about others."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from django.conf import settings
from django.core.cache import cache

from afspraken.models import Contact
from locaties.rules.weigering import Weigering


class TeVeelAfspraken(Weigering):
    """This contact has its number of open appointments."""

    code = "te_veel_afspraken"
    melding = (
        "Met dit telefoonnummer of e-mailadres kunt u op deze site nu geen afspraak meer maken."
        " Bel ons, dan helpen wij u."
    )


class TeDruk(Weigering):
    """Too many bookings from one address within the hour."""

    code = "te_druk"
    melding = "Er worden hier nu te veel afspraken gemaakt. Probeer het over een uur weer, of bel ons."


def toets_contact(contact: Contact, *, nu: datetime) -> None:
    """At most two open appointments per contact; shared numbers have no limit. Raises ``TeVeelAfspraken``."""
    if contact.gedeeld or not contact.adressleutel:
        return
    bekend = Contact.objects.filter(
        adressleutel=contact.adressleutel,
        afspraak__status__in=("voorlopig", "bevestigd"),
        afspraak__begin__gt=nu,
    )
    if bekend.filter(gedeeld=True).exists():
        return
    if bekend.values("afspraak_id").distinct().count() >= settings.MAX_OPEN_PER_CONTACT:
        raise TeVeelAfspraken


def toets_adres(afzender_ip: str, *, nu: datetime) -> None:
    """A high ceiling per address and hour, so that a library is not stopped. Raises ``TeDruk``."""
    if not afzender_ip:
        return
    sleutel = f"boekingen:{sha256(afzender_ip.encode()).hexdigest()[:24]}:{nu:%Y%m%d%H}"
    cache.add(sleutel, 0, timeout=3700)
    if cache.incr(sleutel) > settings.MAX_BOEKINGEN_PER_ADRES_PER_UUR:
        raise TeDruk
