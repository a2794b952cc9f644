"""The weekly hours of offices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from afspraken.rules.openingsteksten import Openingsuren
from locaties.models import Openingstijd


def openingsuren(
    *, categorieen: Collection[str], locaties: Collection[int] | None = None
) -> dict[int, list[Openingsuren]]:
    """Return those of each office for these categories ("" = whatever one comes for). One statement."""
    tijden = Openingstijd.objects.filter(categorie__in=categorieen)
    if locaties is not None:
        tijden = tijden.filter(locatie__in=locaties)
    uren: dict[int, list[Openingsuren]] = defaultdict(list)
    for locatie, weekdag, van, tot, soort in tijden.values_list(
        "locatie_id", "weekdag", "van", "tot", "soort"
    ):
        uren[locatie].append(Openingsuren(weekdag, van, tot, soort))
    return uren
