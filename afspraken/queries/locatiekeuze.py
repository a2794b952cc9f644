"""Which offices can somebody choose, what is there, and when is the first free moment?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from afspraken.rules.openingsteksten import openingsteksten
from afspraken.rules.vraag import Vraag
from locaties.models import Locatie, Voorziening

from .openingsuren import openingsuren
from .vrije_tijden import EersteVrij, eerste_vrij


@dataclass(frozen=True, slots=True)
class Locatiekeuze:
    """One office; ``eerste`` is None when it cannot be there, ``reden`` says why."""

    code: str
    naam: str
    adres: str
    postcode: str
    plaats: str
    zone: str
    voorzieningen: tuple[str, ...]
    openingstijden: tuple[str, ...]
    eerste: datetime | None
    reden: str
    lat: float | None
    lon: float | None


def locatiekeuze(*, vraag: Vraag, nu: datetime, taal: str) -> tuple[Locatiekeuze, ...]:
    """Return all offices in their own order; four statements beside ``eerste_vrij``."""
    eerste = {vrij.locatie: vrij for vrij in eerste_vrij(vraag=vraag, nu=nu)}
    uren, voorzieningen = openingsuren(categorieen=[""]), _voorzieningen(taal)
    return tuple(
        _keuze(
            locatie,
            eerste.get(locatie.code),
            openingsteksten(uren[locatie.pk], taal),
            voorzieningen[locatie.pk],
        )
        for locatie in Locatie.objects.all()
    )


def _keuze(
    locatie: Locatie, vrij: EersteVrij | None, openingstijden: tuple[str, ...], voorzieningen: Iterable[str]
) -> Locatiekeuze:
    return Locatiekeuze(
        code=locatie.code,
        naam=locatie.naam,
        adres=locatie.adres,
        postcode=locatie.postcode,
        plaats=locatie.plaats,
        zone=locatie.tijdzone,
        voorzieningen=tuple(voorzieningen),
        openingstijden=openingstijden,
        eerste=vrij.begin if vrij else None,
        reden=vrij.reden if vrij else "niet_hier",
        lat=locatie.lat,
        lon=locatie.lon,
    )


def _voorzieningen(taal: str) -> dict[int, dict[str, None]]:
    """Names of what each building and its counters have, each once."""
    namen: dict[int, dict[str, None]] = defaultdict(dict)
    gebouw = Voorziening.objects.exclude(locatie=None).values_list("locatie", "naam", "naam_en")
    balies = Voorziening.objects.filter(balie__is_actief=True).exclude(code="afhalen")
    van_balies = balies.order_by("balie__nummer", "code").values_list("balie__locatie", "naam", "naam_en")
    for locatie, naam, naam_en in chain(gebouw, van_balies):
        namen[locatie][(taal == "en" and naam_en) or naam] = None
    return namen
