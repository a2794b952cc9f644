"""What the plan of a day is made from, read from the office: hours, team, products, what can be arranged."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from afspraken.models import Bezoek
from afspraken.queries.kantooruren import Kantooruren, kantooruren
from locaties.models import Inzet, Locatie, ProductOpLocatie
from toegankelijkheid.models import Behoefte

from .plan import Kantoordag, Keuze

DAGEN_VOORUIT = 30


def kantoordag(locatie: Locatie, datum: date) -> Kantoordag | None:
    """Return it; None on a day without hours or without a team."""
    uren = uren_op(locatie, datum)
    ploegminuten = sum(map(_minuten, _inzetten(locatie, datum)))
    if uren.van is None or uren.tot is None or not ploegminuten:
        return None
    rijen = ProductOpLocatie.objects.filter(locatie=locatie, product__is_actief=True).order_by(
        "product__code"
    )
    keuzes = rijen.values_list("product__code", "product__duur_minuten", "vorm")
    return Kantoordag(
        van=uren.van,
        tot=uren.tot,
        ploegminuten=ploegminuten,
        producten=tuple(Keuze(*keuze) for keuze in keuzes),
        behoeften=frozenset(Behoefte.objects.values_list("code", flat=True)),
    )


def eerste_speeldag(locatie: Locatie, *, nu: datetime) -> date | None:
    """Return the first day from today on which it is open with a team and nobody has come yet."""
    vandaag = nu.astimezone(locatie.zone).date()
    for datum in (vandaag + timedelta(days=n) for n in range(DAGEN_VOORUIT)):
        is_geweest = Bezoek.objects.filter(locatie=locatie, datum=datum).exists()
        if not is_geweest and kantoordag(locatie, datum):
            return datum
    return None


def is_er_een_open(*, nu: datetime) -> bool:
    """Whether any office is open at this moment."""
    return any(kantooruren(locatie=locatie, nu=nu).is_open(nu) for locatie in Locatie.objects.all())


def uren_op(locatie: Locatie, datum: date) -> Kantooruren:
    """Return the hours of one day."""
    return kantooruren(locatie=locatie, nu=datetime.combine(datum, time(12), locatie.zone))


def _inzetten(locatie: Locatie, datum: date) -> list[Inzet]:
    rijen = Inzet.objects.filter(locatie=locatie, datum=datum, afgemeld_op=None)
    return list(rijen.prefetch_related("pauzes"))


def _minuten(inzet: Inzet) -> float:
    pauze = sum(((p.einde - p.begin) for p in inzet.pauzes.all()), timedelta())
    return (inzet.einde - inzet.begin - pauze) / timedelta(minutes=1)
