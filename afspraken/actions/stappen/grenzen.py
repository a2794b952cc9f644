"""Ceilings of the self-service. A refusal tells nothing about others."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.core.cache import cache
from django.db import connection

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
    _een_tegelijk(contact.adressleutel)
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
    sleutel = f"boekingen:{sha256(_net(afzender_ip).encode()).hexdigest()[:24]}:{nu:%Y%m%d%H}"
    aantal = cache.get(sleutel, 0) + 1
    if aantal > settings.MAX_BOEKINGEN_PER_ADRES_PER_UUR:
        raise TeDruk
    # Not incr: with the database as cache that shortens the hour to five minutes.
    cache.set(sleutel, aantal, timeout=3700)


def _net(afzender_ip: str) -> str:
    """One subscriber of IPv6 has a whole /64 of addresses."""
    try:
        adres = ip_address(afzender_ip)
    except ValueError:
        return afzender_ip
    return str(ip_network((adres, 64), strict=False)) if adres.version == 6 else afzender_ip


def _een_tegelijk(sleutel: str) -> None:
    """Bookings of one contact, on whatever days, wait for each other; taken after the lock of the day."""
    if connection.vendor == "postgresql":  # SQLite has one writer anyway
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [sleutel])
