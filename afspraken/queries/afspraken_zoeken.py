"""Find appointments by name, code or phone number, for staff."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import BooleanField, Case, Q, QuerySet, Value, When

from afspraken.models import Afspraak
from afspraken.rules.telefoonnummer import Onleesbaar, lees_telefoonnummer, toonbaar

MEESTE = 50
KORTSTE_NAAM = 2
NIET_VOOR_PERSONEEL = ("vastgehouden", "verlopen")


@dataclass(frozen=True, slots=True)
class Gevonden:
    """One line of the list: enough to see whether it is the one that is meant."""

    afspraak_id: UUID
    code: str
    achternaam: str
    begin: datetime
    locatie: str
    producten: tuple[str, ...]
    status: str
    telefoon: str
    email: str


def afspraken_zoeken(*, tekst: str, locatie_ids: frozenset[int] | None, nu: datetime) -> tuple[Gevonden, ...]:
    """At most ``MEESTE`` appointments, the coming ones first. Four statements."""
    gezocht = " ".join(tekst.replace("\x00", "").split())[:80]
    if len(gezocht) < KORTSTE_NAAM:
        return ()
    return tuple(_regel(afspraak) for afspraak in _gevonden(gezocht, locatie_ids, nu)[:MEESTE])


def _gevonden(gezocht: str, locatie_ids: frozenset[int] | None, nu: datetime) -> QuerySet[Afspraak]:
    komend = Case(
        When(begin__gte=nu, then=Value(value=False)), default=Value(value=True), output_field=BooleanField()
    )
    rijen = (
        Afspraak.objects.filter(_past_bij(gezocht))
        .exclude(status__in=NIET_VOOR_PERSONEEL)
        .select_related("locatie")
        .prefetch_related("contacten", "delen__product")
        .annotate(is_voorbij=komend)
        .order_by("is_voorbij", "begin", "code")
        .distinct()
    )
    return rijen if locatie_ids is None else rijen.filter(locatie_id__in=locatie_ids)


def _past_bij(gezocht: str) -> Q:
    past = Q(contacten__achternaam__icontains=gezocht) | Q(contacten__email__iexact=gezocht)
    past |= Q(code=gezocht.replace(" ", "").replace("-", "").upper())
    try:
        return past | Q(contacten__telefoon=lees_telefoonnummer(gezocht).e164)
    except Onleesbaar:
        return past


def _regel(afspraak: Afspraak) -> Gevonden:
    contact = next(iter(afspraak.contacten.all()), None)
    return Gevonden(
        afspraak_id=afspraak.id,
        code=afspraak.code,
        achternaam=contact.achternaam if contact else "",
        begin=afspraak.begin,
        locatie=afspraak.locatie.naam,
        producten=tuple(dict.fromkeys(deel.product.naam for deel in afspraak.delen.all())),
        status=afspraak.status,
        telefoon=toonbaar(contact.telefoon) if contact and contact.telefoon else "",
        email=contact.email if contact else "",
    )
