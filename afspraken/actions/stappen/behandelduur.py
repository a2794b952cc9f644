"""Learn from a visit that is over how long such a visit takes here."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from afspraken.models import Behandelduur, Bezoek
from afspraken.rules.behandelduur import verhouding


def leer_duur(bezoek: Bezoek, *, nu: datetime) -> None:
    """Write what this visit teaches, from its last call to its end; only of a visit of one turn.

    Compared with the minutes of the catalogue for its products and people, never with what was planned: from
    that could be reckoned who had extra time, long after it was to be forgotten.
    """
    geroepen = _geroepen(bezoek)
    if geroepen is None:
        return
    minuten = _minuten_van_de_catalogus(bezoek)
    keer = verhouding((nu - geroepen).total_seconds(), sum(minuten.values()) * 60.0)
    if keer is not None:
        product_id = max(minuten, key=minuten.__getitem__)
        Behandelduur.objects.create(
            locatie_id=bezoek.locatie_id, product_id=product_id, datum=bezoek.datum, verhouding=keer
        )


def _geroepen(bezoek: Bezoek) -> datetime | None:
    """Return the call on which the visitor came; None when there was another turn after it."""
    oproepen = list(bezoek.oproepen.order_by("op").values_list("op", flat=True))
    if bezoek.begonnen_op is None or not oproepen or oproepen[-1] > bezoek.begonnen_op:
        return None
    return oproepen[-1]


def _minuten_van_de_catalogus(bezoek: Bezoek) -> dict[int, int]:
    """Per product, in order: its minutes for the first person and the extra ones for the others."""
    velden = ("product_id", "product__duur_minuten", "product__extra_minuten_per_persoon")
    keren = Counter(bezoek.delen.order_by("volgorde").values_list(*velden))
    return {pk: duur + extra * (keer - 1) for (pk, duur, extra), keer in keren.items()}
