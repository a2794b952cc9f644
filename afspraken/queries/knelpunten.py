"""Open promises that do not hold at present, with how to reach who is waiting for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from afspraken.models import Knelpunt
from afspraken.rules.telefoonnummer import toonbaar


@dataclass(frozen=True, slots=True)
class Knelpuntregel:
    """One line: which appointment, why, and whom to call."""

    knelpunt_id: int
    afspraak_id: UUID
    code: str
    begin: datetime
    locatie: str
    producten: tuple[str, ...]
    achternaam: str
    telefoon: str
    email: str
    soort: str
    reden: str
    sinds: datetime
    is_voorbij: bool


def knelpunten(
    *, locatie_ids: frozenset[int] | None, nu: datetime, ids: frozenset[int] | None = None
) -> tuple[Knelpuntregel, ...]:
    """Return the open ones, the earliest appointment first; four statements."""
    rijen = Knelpunt.objects.filter(opgelost_op=None)
    if locatie_ids is not None:
        rijen = rijen.filter(afspraak__locatie_id__in=locatie_ids)
    if ids is not None:
        rijen = rijen.filter(id__in=ids)
    rijen = rijen.select_related("afspraak__locatie").prefetch_related(
        "afspraak__contacten", "afspraak__delen__product"
    )
    return tuple(_regel(knelpunt, nu) for knelpunt in rijen.order_by("afspraak__begin", "id"))


def _regel(knelpunt: Knelpunt, nu: datetime) -> Knelpuntregel:
    afspraak = knelpunt.afspraak
    contact = next(iter(afspraak.contacten.all()), None)
    return Knelpuntregel(
        knelpunt_id=knelpunt.pk,
        afspraak_id=afspraak.id,
        code=afspraak.code,
        begin=afspraak.begin,
        locatie=afspraak.locatie.naam,
        producten=tuple(dict.fromkeys(deel.product.naam for deel in afspraak.delen.all())),
        achternaam=contact.achternaam if contact else "",
        telefoon=toonbaar(contact.telefoon) if contact and contact.telefoon else "",
        email=contact.email if contact else "",
        soort=knelpunt.soort,
        reden=knelpunt.reden,
        sinds=knelpunt.sinds,
        is_voorbij=afspraak.begin < nu,
    )
