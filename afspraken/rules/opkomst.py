"""Whether and when somebody with an appointment still comes. Source: algoritmen.md 5.1.

Arrival is normal around five minutes before the appointment with a spread of five minutes; the chance of not
coming at all rises once that time has passed.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist

from .wachtrij import Verwacht

GEMIDDELD, SPREIDING = -5 * 60.0, 5 * 60.0
STAPPEN = 32
VERDELING = NormalDist(GEMIDDELD, SPREIDING)


@dataclass(frozen=True, slots=True)
class Opkomst:
    """Chance of not coming, and equally likely moments of arrival (seconds of the local day)."""

    kans_afwezig: float
    momenten: tuple[float, ...]


def opkomst(verwacht: Verwacht, begin: float, nu: float) -> Opkomst:
    """Return what may be expected of somebody who has not arrived at ``nu``."""
    al = min(1 - 1e-9, VERDELING.cdf(nu - begin))
    komt = (1 - verwacht.kans_afwezig) * (1 - al)
    momenten = tuple(
        max(nu, begin + VERDELING.inv_cdf(al + (1 - al) * (i + 0.5) / STAPPEN)) for i in range(STAPPEN)
    )
    return Opkomst(verwacht.kans_afwezig / (verwacht.kans_afwezig + komt), momenten)
