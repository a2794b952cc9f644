"""How long an appointment takes, per person and product (minutes).

Source: gegevens/producten.json, "toelichting": per product the longest group plus the extra minutes of the
other persons; products added up; extra time for needs once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Groepduur:
    """Minutes for the first person of a group and for each further one."""

    minuten: int
    extra: int


@dataclass(frozen=True, slots=True)
class Deel:
    """One product for one person (0-based) with its own minutes."""

    product_id: int
    persoon: int
    groep: str
    minuten: int


def delen_van(product_id: int, groepen: Sequence[str], duren: Mapping[str, Groepduur]) -> tuple[Deel, ...]:
    """Divide one product over the people: the longest group first in full, the others their extra minutes.

    ``duren`` holds a row per group; "" is the product itself. An unknown group takes the product's own row.
    """
    rij = [duren.get(groep, duren[""]) for groep in groepen]
    langste = max(range(len(rij)), key=lambda i: (rij[i].minuten, -i))
    return tuple(
        Deel(product_id, i, groepen[i], duur.minuten if i == langste else duur.extra)
        for i, duur in enumerate(rij)
    )
