"""What the little city offers, as plain values: known to the builder and, apart from it, to the model."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Amsterdam")
OPEN_VAN, OPEN_TOT = "09:00", "10:30"
# Tuesday to Thursday, and the Tuesday after: far enough for what must be ordered.
DAGEN = (date(2026, 11, 3), date(2026, 11, 4), date(2026, 11, 5), date(2026, 11, 10))
KANTOREN = ("loosduinen", "segbroek")
# product: group: minutes of the first person, and of each further one
DUUR = {
    "paspoort": {"": (10, 5), "0-11": (20, 10)},
    "rijbewijs": {"": (15, 5)},
}
EIGEN_TOLK_MINUTEN = 5
CEL = timedelta(minutes=5)


@dataclass(frozen=True)
class Behoeftesoort:
    """What a need asks for."""

    extra: int = 0
    specialisme: str = ""
    balie: str = ""
    gebouw: str = ""
    bestelling: str = ""
    werkdagen: int = 0
    vervanging: str = ""


BEHOEFTEN = {
    "kb-laag": Behoeftesoort(balie="lage_balie"),
    "kb-uitleg": Behoeftesoort(extra=10, specialisme="begrijpelijk"),
    "kb-tolk": Behoeftesoort(extra=5, bestelling="tolk", werkdagen=3),
    "kb-ring": Behoeftesoort(bestelling="ringleiding mobiel", werkdagen=1, vervanging="ringleiding"),
    "kb-lift": Behoeftesoort(gebouw="lift"),
}


@dataclass(frozen=True)
class Deel:
    """One product for one person."""

    product: str
    persoon: int
    groep: str


def extra_minuten(behoeften: frozenset[str], *, eigen_tolk: bool) -> int:
    """The highest; 5 more when several ask for time; at most 25."""
    alle = [BEHOEFTEN[code].extra for code in behoeften] + [EIGEN_TOLK_MINUTEN] * eigen_tolk
    met = [minuten for minuten in alle if minuten]
    return min(25, max(met, default=0) + 5 * (len(met) > 1))


def duur(delen: tuple[Deel, ...], extra: int) -> timedelta:
    """Whole cells: per product the longest in full, the others their extra minutes; extra time once."""
    cellen = -(-extra // 5)
    for product in {deel.product for deel in delen}:
        rijen = [DUUR[product][deel.groep] for deel in delen if deel.product == product]
        langste = max(rijen, key=lambda rij: rij[0])
        anderen = list(rijen)
        anderen.remove(langste)
        cellen += -(-langste[0] // 5) + sum(-(-bij // 5) for _, bij in anderen)
    return cellen * CEL
