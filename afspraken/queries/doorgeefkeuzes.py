"""To whom can a visitor be passed on now?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from afspraken.models import Werkplek
from locaties.models import Inzet, Locatie
from toegankelijkheid.models import Bekwaamheid

from .inloopproducten import Inloopproduct, inloopproducten


@dataclass(frozen=True, slots=True)
class Collega:
    """Somebody who works here until later today; ``balie``: number, None for who sits nowhere now."""

    medewerker_id: int
    naam: str
    balie: int | None


@dataclass(frozen=True, slots=True)
class Doorgeefkeuzes:
    """Colleagues, codes of trainings that one of them has, and products that are done here."""

    collegas: tuple[Collega, ...]
    specialismen: tuple[str, ...]
    producten: tuple[Inloopproduct, ...]


def doorgeefkeuzes(*, werkplek_id: int, nu: datetime) -> Doorgeefkeuzes:
    """Return them for the visitor at this workplace; not to oneself. Six statements."""
    hier = Werkplek.objects.select_related("locatie").get(id=werkplek_id)
    collegas = _collegas(hier, nu)
    datum = nu.astimezone(hier.locatie.zone).date()
    opgeleid = Bekwaamheid.objects.filter(
        medewerker_id__in=[c.medewerker_id for c in collegas], geldig_van__lte=datum, geldig_tot__gte=datum
    )
    codes = opgeleid.order_by("specialisme__code").values_list("specialisme__code", flat=True).distinct()
    return Doorgeefkeuzes(collegas, tuple(codes), inloopproducten(kantoor=hier.locatie.code))


def _collegas(hier: Werkplek, nu: datetime) -> tuple[Collega, ...]:
    """Who sits at a balie first."""
    zitten = _zitten(hier.locatie)
    rijen = Inzet.objects.filter(
        locatie=hier.locatie, datum=nu.astimezone(hier.locatie.zone).date(), einde__gt=nu, afgemeld_op=None
    ).exclude(medewerker_id=hier.medewerker_id)
    mensen = rijen.order_by("medewerker__naam").values_list("medewerker_id", "medewerker__naam").distinct()
    allen = (Collega(pk, naam, zitten.get(pk)) for pk, naam in mensen)
    return tuple(sorted(allen, key=lambda collega: (collega.balie is None, collega.naam)))


def _zitten(locatie: Locatie) -> dict[int, int]:
    open_ = Werkplek.objects.filter(locatie=locatie, einde=None)
    return dict(open_.values_list("medewerker_id", "balie__nummer"))
