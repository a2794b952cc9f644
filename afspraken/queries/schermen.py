"""The screens that hang in the halls, for who looks after them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from afspraken.models import Scherm
from locaties.rules.weigering import NietGevonden


@dataclass(frozen=True, slots=True)
class Schermregel:
    """A screen in use. ``gekoppeld_op``: last time, None = no device yet. ``code_tot``: of an unused code."""

    scherm_id: UUID
    naam: str
    kantoor: str
    zone: str
    tekst: str
    gekoppeld_op: datetime | None
    code_tot: datetime | None


def schermen(*, locatie_ids: frozenset[int] | None, nu: datetime) -> tuple[Schermregel, ...]:
    """Return them office by office; None = of all offices. One statement."""
    rijen = Scherm.objects.filter(ingetrokken_op__isnull=True)
    if locatie_ids is not None:
        rijen = rijen.filter(locatie_id__in=locatie_ids)
    return tuple(
        Schermregel(
            scherm_id=scherm.id,
            naam=scherm.naam,
            kantoor=scherm.locatie.naam,
            zone=scherm.locatie.tijdzone,
            tekst=scherm.tekst,
            gekoppeld_op=scherm.gekoppeld_op if scherm.token_hash else None,
            code_tot=scherm.koppelcode_tot if scherm.koppelcode_tot and scherm.koppelcode_tot > nu else None,
        )
        for scherm in rijen.select_related("locatie").order_by("locatie__volgorde", "locatie__naam", "naam")
    )


def een_scherm(*, scherm_id: UUID, locatie_ids: frozenset[int] | None, nu: datetime) -> Schermregel:
    """Return one of them; ``NietGevonden`` elsewhere, and once it was withdrawn. One statement."""
    for scherm in schermen(locatie_ids=locatie_ids, nu=nu):
        if scherm.scherm_id == scherm_id:
            return scherm
    raise NietGevonden("Wij vinden dit scherm niet bij uw kantoor.")
