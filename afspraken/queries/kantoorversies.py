"""How often has what an office offers changed, and what each of its days offers?"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import FilteredRelation, Q, QuerySet

from locaties.models import Locatieversie

from .dagrijen import Dagsleutel
from .geheugen import Versie, Versies
from .vaste_vraag import vaste_vraag


def versies_van(ids: list[int], van: date, tot: date) -> Versies[Dagsleutel]:
    """Return those of the offices and of each of their days [van, tot): before anything that is remembered.

    One statement.
    """
    kantoorversies: dict[int, Versie] = dict.fromkeys(ids)
    per_dag: dict[Dagsleutel, tuple[int, int]] = {}
    for locatie, versie, datum, dagversie, roosterversie in _versierijen(tuple(ids), van, tot):
        kantoorversies[locatie] = kantoorversie(versie)
        per_dag[locatie, datum] = dagversie, roosterversie
    uit: Versies[Dagsleutel] = Versies(kantoorversies, {}, {})
    for locatie, versies in kantoorversies.items():
        for datum in (van + timedelta(days=n) for n in range((tot - van).days)):
            dag, rooster = per_dag.get((locatie, datum), (None, None))
            uit.dag[locatie, datum] = versies and (versies[0], dag)
            uit.rooster[locatie, datum] = versies and (versies[0], rooster)
    return uit


@vaste_vraag
def _versierijen(ids: tuple[int, ...], van: date, tot: date) -> QuerySet[Any, Any]:
    """(office, version, date, version of that day, of its roster), dates [van, tot)."""
    eigen_dag = FilteredRelation(
        "locatie__locatiedag",
        condition=Q(locatie__locatiedag__datum__gte=van, locatie__locatiedag__datum__lt=tot),
    )
    return (
        Locatieversie.objects.filter(locatie__id__in=ids)
        .annotate(dag=eigen_dag)
        .values_list("locatie_id", "versie", "dag__datum", "dag__versie", "dag__rooster")
    )


def kantoorversie(versie: int | None) -> Versie:
    """Return what is remembered under this version of an office; None: unknown, so nothing."""
    return None if versie is None else (versie, None)
