"""Somebody who might walk in now, one per lane, for what people most come for here."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from uuid import UUID

from afspraken.models import Behandelduur
from afspraken.rules.dagseconde import dagseconde
from afspraken.rules.wachtrij import Wachtende
from locaties.models import Locatie, ProductOpLocatie

from .inloopvraag import AFHALEN, ZONDER_AFSPRAAK

KORT_GELEDEN = timedelta(days=7)
LAATSTE_NUMMER = 10_000  # after everybody who is here


def wie_nu_komt(locatie: Locatie, nu: datetime) -> tuple[Wachtende, ...]:
    """Return them: letter B, and C where there is a lane for collecting. Two statements; nobody is named."""
    geleden = nu.astimezone(locatie.zone).date() - KORT_GELEDEN
    # Counted here: grouping by product makes SQLite read all that was ever learned.
    geholpen = Behandelduur.objects.filter(locatie=locatie, datum__gt=geleden)
    keren = Counter(geholpen.values_list("product_id", flat=True))
    rijen = ProductOpLocatie.objects.filter(
        locatie=locatie, vorm__in=ZONDER_AFSPRAAK, product__is_actief=True
    ).order_by("product__volgorde", "product_id")
    velden = ("product_id", "product__duur_minuten", "product__rij")
    komst: dict[str, Wachtende] = {}
    for product_id, minuten, rij in sorted(rijen.values_list(*velden), key=lambda r: -keren[r[0]]):
        letter = "C" if rij == AFHALEN else "B"
        komst.setdefault(letter, _wachtende(locatie, letter, product_id, minuten, nu))
    return tuple(komst.values())


def _wachtende(locatie: Locatie, letter: str, product_id: int, minuten: int, nu: datetime) -> Wachtende:
    klok = dagseconde(nu, locatie.zone)
    return Wachtende(
        id=UUID(int=ord(letter)),
        letter=letter,
        nummer=LAATSTE_NUMMER,
        product_ids=frozenset({product_id}),
        product_id=product_id,
        minuten=float(minuten),
        vroegste=klok,
        uiterste=klok + locatie.inloopnorm_minuten * 60,
    )
