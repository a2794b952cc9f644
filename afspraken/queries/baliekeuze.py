"""At which balie of this office can an employee sit down?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from afspraken.models import Bezoek, Werkplek
from afspraken.rules.bezoekstatus import AAN_EEN_BALIE
from locaties.models import Balie, Balieuitval, Locatie

from .eigen_kantoor import eigen_kantoor


@dataclass(frozen=True, slots=True)
class Baliekeus:
    """One balie. ``is_dicht``: out of order.

    ``bezet_door``: name of who sits there, "" when it is free; also when somebody forgot to close it.
    """

    balie_id: int
    nummer: int
    naam: str
    voorzieningen: tuple[str, ...]
    bezet_door: str
    is_dicht: bool


@dataclass(frozen=True, slots=True)
class Baliekeuze:
    """The balies of an office, by number."""

    kantoor: str
    kantoor_code: str
    balies: tuple[Baliekeus, ...]


def baliekeuze(*, kantoor: str, locatie_ids: frozenset[int] | None, nu: datetime) -> Baliekeuze:
    """Return them; ``NietGevonden`` elsewhere. Six statements."""
    locatie = eigen_kantoor(kantoor=kantoor, locatie_ids=locatie_ids)
    bezet = _bezet(locatie, nu)
    dicht = _dicht(locatie, nu)
    balies = Balie.objects.filter(locatie=locatie, is_actief=True).prefetch_related("voorzieningen")
    return Baliekeuze(
        kantoor=locatie.naam,
        kantoor_code=locatie.code,
        balies=tuple(
            Baliekeus(
                balie.pk,
                balie.nummer,
                balie.naam,
                tuple(voorziening.naam for voorziening in balie.voorzieningen.all()),
                bezet.get(balie.pk, ""),
                balie.pk in dicht,
            )
            for balie in balies.order_by("nummer")
        ),
    )


def is_vergeten(werkplek: Werkplek, nu: datetime) -> bool:
    """Whether it was opened on an earlier day of its office, so that whoever sat there forgot to close."""
    zone = werkplek.locatie.zone
    return werkplek.begin.astimezone(zone).date() < nu.astimezone(zone).date()


def _bezet(locatie: Locatie, nu: datetime) -> dict[int, str]:
    """Who sits at which balie; who forgot to close counts while a visitor is there."""
    werkplekken = Werkplek.objects.filter(locatie=locatie, einde=None).select_related("locatie", "medewerker")
    bezig = Bezoek.objects.filter(locatie=locatie, status__in=AAN_EEN_BALIE)
    helpt = frozenset(bezig.values_list("balie_id", flat=True))
    hier = [werk for werk in werkplekken if werk.balie_id in helpt or not is_vergeten(werk, nu)]
    return {werk.balie_id: werk.medewerker.naam for werk in hier}


def _dicht(locatie: Locatie, nu: datetime) -> frozenset[int]:
    """Whole balies that do not work now."""
    uitval = Balieuitval.objects.filter(balie__locatie=locatie, voorziening=None, begin__lte=nu)
    return frozenset(uitval.filter(Q(einde=None) | Q(einde__gt=nu)).values_list("balie_id", flat=True))
