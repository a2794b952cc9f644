"""Ceilings of the self-service. A refusal tells nothing about others."""

from __future__ import annotations

from datetime import datetime
from ipaddress import IPv4Address, ip_address, ip_network
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models import Q, QuerySet

from afspraken.models import Aanvraag, Afspraak, Contact
from afspraken.queries.vaste_vraag import vaste_vraag
from locaties.rules.weigering import Weigering

from .contact import adressleutel


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


class TeVeelVastgehouden(Weigering):
    """Too many times held from one address at this moment."""

    code = "te_veel_vastgehouden"
    melding = (
        "Wij kunnen nu geen tijd voor u vasthouden. Probeer het over 20 minuten nog een keer, of bel ons."
        " Wat u hebt ingevuld, blijft staan."
    )


def toets_vastgehouden(afzender: str, *, nu: datetime) -> None:
    """A high ceiling on what one address holds at this moment. Raises ``TeVeelVastgehouden``.

    What stands is counted, not what was asked: choosing another time costs nothing.
    """
    if not afzender:
        return
    _een_tegelijk(afzender)
    if len(_vastgehouden_van(afzender, nu)) >= settings.MAX_VASTGEHOUDEN_PER_ADRES:
        raise TeVeelVastgehouden


@vaste_vraag
def _vastgehouden_van(afzender: str, nu: datetime) -> QuerySet[Any, Any]:
    return Aanvraag.objects.filter(
        afzender=afzender,
        afspraak__status=Afspraak.Status.VASTGEHOUDEN,
        afspraak__vastgehouden_tot__gt=nu,
    ).values_list("id")


def toets_contact(contact: Contact, *, nu: datetime) -> None:
    """At most two open appointments per address, whichever of the two is used. Raises ``TeVeelAfspraken``.

    Both count, each for itself: another number beside the same e-mail address is not another person.
    What staff called shared has no limit.
    """
    if contact.gedeeld:
        return
    gegeven = {_open_op_telefoon: contact.telefoonsleutel, _open_op_email: contact.emailsleutel}
    _een_tegelijk(*filter(None, gegeven.values()))
    if any(_is_vol(op_adres(sleutel, nu)) for op_adres, sleutel in gegeven.items() if sleutel):
        raise TeVeelAfspraken


def _is_vol(bekend: list[tuple[UUID, bool]]) -> bool:
    is_gedeeld = any(gedeeld for _, gedeeld in bekend)
    return not is_gedeeld and len({afspraak for afspraak, _ in bekend}) >= settings.MAX_OPEN_PER_CONTACT


@vaste_vraag
def _open_op_telefoon(sleutel: str, nu: datetime) -> QuerySet[Any, tuple[UUID, bool]]:
    return _open(Contact.objects.filter(telefoonsleutel=sleutel), nu)


@vaste_vraag
def _open_op_email(sleutel: str, nu: datetime) -> QuerySet[Any, tuple[UUID, bool]]:
    return _open(Contact.objects.filter(emailsleutel=sleutel), nu)


def _open(contacten: QuerySet[Contact], nu: datetime) -> QuerySet[Any, tuple[UUID, bool]]:
    """(appointment, whether this contact is shared) of what is still to come."""
    staat = Q(afspraak__status="bevestigd")
    staat |= Q(afspraak__status="voorlopig", afspraak__vastgehouden_tot__gt=nu)
    return contacten.filter(staat, afspraak__begin__gt=nu).values_list("afspraak_id", "gedeeld")


def tel_boeking(afzender_ip: str, *, nu: datetime) -> None:
    """Count this booking for its address; the ceiling is high, for a library. Raises ``TeDruk``.

    Inside the transaction of the booking: what comes to nothing does not count.
    """
    uur = nu.replace(minute=0, second=0, microsecond=0)
    if afzender_ip and not _past("net", afzender_ip, uur, settings.MAX_BOEKINGEN_PER_ADRES_PER_UUR):
        raise TeDruk


def mag_koppelen(afzender_ip: str, *, nu: datetime) -> bool:
    """Count this try to pair a screen for its address; whether it is not one too many in this minute.

    A try that came to nothing counts most of all: the caller lets this transaction end before it refuses.
    """
    minuut = nu.replace(second=0, microsecond=0)
    return _past("scherm", afzender_ip, minuut, settings.MAX_KOPPELPOGINGEN_PER_MINUUT)


# Looks and counts in one, so that many at once do not get more; Django has no upsert that counts on.
TEL = """
INSERT INTO afspraken_adresteller (sleutel, uur, aantal) VALUES (%s, %s, 1)
ON CONFLICT (sleutel) DO UPDATE SET aantal = afspraken_adresteller.aantal + 1
WHERE afspraken_adresteller.aantal < %s
"""


def _past(waarvoor: str, afzender_ip: str, sinds: datetime, hoogstens: int) -> bool:
    sleutel = adressleutel(f"{waarvoor}:{_net(afzender_ip)}:{sinds.isoformat()}")
    uur = connection.ops.adapt_datetimefield_value(sinds.replace(minute=0))
    with connection.cursor() as cursor:
        cursor.execute(TEL, [sleutel, uur, hoogstens])
        return bool(cursor.rowcount)


def afzender_van(afzender_ip: str) -> str:
    """Keyed hash of the net somebody comes from, the address itself is never kept; "" when unknown."""
    return adressleutel(f"net:{_net(afzender_ip)}") if afzender_ip else ""


def _net(afzender_ip: str) -> str:
    """One subscriber of IPv6 has a whole /64 of addresses; a server on both writes IPv4 inside IPv6."""
    try:
        adres = ip_address(afzender_ip)
    except ValueError:
        return afzender_ip
    if isinstance(adres, IPv4Address):
        return str(adres)
    return str(adres.ipv4_mapped or ip_network((adres, 64), strict=False))


def _een_tegelijk(*sleutels: str) -> None:
    """Who shares a key, on whatever days, waits for the other; in order, and after the lock of the day."""
    if connection.vendor != "postgresql":  # SQLite has one writer anyway
        return
    with connection.cursor() as cursor:
        for sleutel in sorted(sleutels):
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [sleutel])
