"""A code to type on the device that hangs in the hall: works once, for a quarter of an hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings

from afspraken.rules.code import nieuwe_code
from afspraken.rules.schermkoppeling import CODE_GELDIG, koppelcode_hash
from locaties.actions.stappen.daad import daad

from .stappen.schermrij import pak_scherm


@dataclass(frozen=True, slots=True)
class Schermcode:
    """The code, shown once: the database keeps its hash. ``tot``: the moment after which it does nothing."""

    code: str
    tot: datetime
    naam: str
    kantoor: str
    zone: str


@daad
def schermcode_geven(*, scherm_id: UUID, locatie_ids: frozenset[int] | None, nu: datetime) -> Schermcode:
    """Give a new code; the one before it no longer works. Raises ``NietGevonden``.

    What is paired now stays paired until somebody types the new code on another device.
    """
    scherm = pak_scherm(scherm_id, locatie_ids)
    code = nieuwe_code()
    scherm.koppelcode_hash = koppelcode_hash(settings.LINK_SLEUTEL, code)
    scherm.koppelcode_tot = nu + CODE_GELDIG
    scherm.save(update_fields=["koppelcode_hash", "koppelcode_tot"])
    return Schermcode(code, scherm.koppelcode_tot, scherm.naam, scherm.locatie.naam, scherm.locatie.tijdzone)
