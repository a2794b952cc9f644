"""The forecast of one office, simulated. Takes tens of milliseconds: for the worker, never for a request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from afspraken.models import Wachtrijversie
from afspraken.rules.dagseconde import dagklok
from afspraken.rules.wachttijd import Wachttijd, voorspel
from locaties.models import Locatie

from .kantoorstand import kantoorstand
from .kantooruren import kantooruren
from .wie_nu_komt import wie_nu_komt


@dataclass(frozen=True, slots=True)
class Voorspelling:
    """``versie``: of the queue that was looked at; ``nieuw``: per letter, of who would join now.

    ``sluit``: closing time, seconds of the local day; None on a day without hours. ``is_begonnen``: the
    office has opened, or somebody sits at a balie: before that nobody can be called, and that is no news.
    """

    zone: ZoneInfo
    versie: int
    sluit: float | None
    is_begonnen: bool
    wachttijden: Mapping[UUID, Wachttijd]
    nieuw: Mapping[str, Wachttijd]


def voorspelling(locatie: Locatie, nu: datetime) -> Voorspelling:
    """Return it. At most twenty statements, however many wait."""
    # First the version: what changes while the rest is read is looked at once more.
    versie = Wachtrijversie.objects.filter(locatie=locatie).values_list("versie", flat=True).first() or 0
    uren = kantooruren(locatie=locatie, nu=nu)
    nieuw = wie_nu_komt(locatie, nu)
    stand = kantoorstand(locatie, nu, nieuw)
    tijden = voorspel(stand, Random(f"{locatie.pk}/{versie}/{nu.isoformat()}"))  # noqa: S311 - hides nothing
    per_letter = {wie.letter: tijden.pop(wie.id) for wie in nieuw}
    return Voorspelling(
        zone=locatie.zone,
        versie=versie,
        sluit=dagklok(nu, locatie.zone)(uren.tot) if uren.tot else None,
        is_begonnen=bool(stand.plaatsen) or (uren.van is not None and uren.van <= nu),
        wachttijden=tijden,
        nieuw=per_letter,
    )
