"""Between which moments is an office open today, for appointments or walk-in?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from locaties.models import ExtraOpening, Locatie, Openingstijd, Sluiting
from locaties.rules.opening import Weekregel
from locaties.rules.werkdagen import is_feestdag


@dataclass(frozen=True, slots=True)
class Kantooruren:
    """[van, tot) in UTC from the first opening to the last closing; both None on a day without hours."""

    van: datetime | None = None
    tot: datetime | None = None

    def is_open(self, nu: datetime, *, vooraf: timedelta = timedelta()) -> bool:
        """Whether somebody can be let in, so long before the doors open."""
        return self.van is not None and self.tot is not None and self.van - vooraf <= nu < self.tot


def kantooruren(*, locatie: Locatie, nu: datetime) -> Kantooruren:
    """Return the hours of the local day of this moment. Three statements at most."""
    plaatselijk = nu.astimezone(locatie.zone)
    datum = plaatselijk.date()
    if Sluiting.objects.filter(locatie=locatie, van__lte=datum, tot_en_met__gte=datum).exists():
        return Kantooruren()
    uren = list(ExtraOpening.objects.filter(locatie=locatie, datum=datum).values_list("van", "tot"))
    if not is_feestdag(datum):
        uren += _week(locatie, plaatselijk)
    if not uren:
        return Kantooruren()
    return Kantooruren(
        _moment(plaatselijk, min(van for van, _ in uren)), _moment(plaatselijk, max(tot for _, tot in uren))
    )


def _week(locatie: Locatie, plaatselijk: datetime) -> list[tuple[time, time]]:
    """The weekly hours that hold today, whatever product group they are for."""
    rijen = Openingstijd.objects.filter(locatie=locatie, weekdag=plaatselijk.weekday())
    regels = [
        Weekregel(*rij) for rij in rijen.values_list("weekdag", "van", "tot", "geldig_van", "geldig_tot")
    ]
    return [(r.van, r.tot) for r in regels if r.geldt_op(plaatselijk.date(), frozenset())]


def _moment(plaatselijk: datetime, wandtijd: time) -> datetime:
    return datetime.combine(plaatselijk.date(), wandtijd, plaatselijk.tzinfo).astimezone(UTC)
