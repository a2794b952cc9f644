"""Which offices can somebody choose, what is there, and when is the first free moment?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from afspraken.queries.vrije_tijden import EersteVrij, eerste_vrij
from afspraken.rules.openingsteksten import Openingsuren, openingsteksten
from afspraken.rules.vraag import Vraag
from locaties.models import Locatie, Voorziening


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
    """Return all offices in their own order; fixed number of statements beside ``eerste_vrij``."""
    eerste = {vrij.locatie: vrij for vrij in eerste_vrij(vraag=vraag, nu=nu)}
    return tuple(_keuze(locatie, eerste.get(locatie.code), taal) for locatie in _locaties())


def _locaties() -> QuerySet[Locatie]:
    return Locatie.objects.prefetch_related("openingstijden", "voorzieningen", "balies__voorzieningen")


def _keuze(locatie: Locatie, vrij: EersteVrij | None, taal: str) -> Locatiekeuze:
    uren = (
        Openingsuren(t.weekdag, t.van, t.tot, t.soort)
        for t in locatie.openingstijden.all()
        if not t.categorie
    )
    return Locatiekeuze(
        code=locatie.code,
        naam=locatie.naam,
        adres=locatie.adres,
        postcode=locatie.postcode,
        plaats=locatie.plaats,
        zone=locatie.tijdzone,
        voorzieningen=_voorzieningen(locatie, taal),
        openingstijden=openingsteksten(uren, taal),
        eerste=vrij.begin if vrij else None,
        reden=vrij.reden if vrij else "niet_hier",
        lat=locatie.lat,
        lon=locatie.lon,
    )


def _voorzieningen(locatie: Locatie, taal: str) -> tuple[str, ...]:
    """Names of what the building and its counters have, each once."""
    van_balies = [voorziening for balie in locatie.balies.all() for voorziening in balie.voorzieningen.all()]
    uniek = {
        v.code: _naam(v, taal) for v in (*locatie.voorzieningen.all(), *van_balies) if v.code != "afhalen"
    }
    return tuple(uniek.values())


def _naam(voorziening: Voorziening, taal: str) -> str:
    return (voorziening.naam_en if taal == "en" else "") or voorziening.naam
