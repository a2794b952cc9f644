"""The range that is shown, held until it is wrong. Times are seconds of the local day.

Source: algoritmen.md 5.3, update rule: fix [now + floor5(P30), now + ceil5(P85)] at arrival; replace it only
when P50 lies outside twice in a row, lies more than 6 minutes outside, or when less than 1 minute of it is
left while P50 is more than 1.5 minutes away.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil, floor

from .niveau import Niveau
from .wachttijd import Wachttijd

VIJF = 5 * 60.0
ONDER = 0.30
BOVEN = 0.05  # the upper end is read this much above the level of P80
VER_BUITEN, BIJNA_OM, NOG_LANG = 6 * 60.0, 60.0, 90.0
KEREN_BUITEN = 2
HOOGSTE = 0.99


@dataclass(frozen=True, slots=True)
class Venster:
    """Shown as "between ``van`` and ``tot``".

    ``buiten``: refreshes in a row with P50 outside; ``herzieningen``: how often it was replaced; ``verlaat``:
    whether the last time was by a later one.
    """

    van: float
    tot: float
    buiten: int = 0
    herzieningen: int = 0
    verlaat: bool = False


def eerste_venster(wachttijd: Wachttijd, nu: float, niveau: Niveau) -> Venster:
    """Return the window of a visit that has just arrived. There must be a forecast, and a finite one."""
    minuut = floor(nu / 60) * 60.0
    onder = max(0.0, wachttijd.op(ONDER) - nu)
    boven = max(0.0, wachttijd.op(min(HOOGSTE, niveau.waarde + BOVEN)) - minuut)
    return Venster(
        minuut + floor(onder / VIJF) * VIJF,
        minuut + max(1, ceil(boven / VIJF)) * VIJF,
    )


def bijgewerkt(venster: Venster, wachttijd: Wachttijd, nu: float, niveau: Niveau) -> Venster:
    """Return the window after a refresh: the same one unless the rule says that it is wrong."""
    p50 = wachttijd.op(0.5)
    ernaast = max(venster.van - p50, p50 - venster.tot, 0.0)
    buiten = venster.buiten + 1 if ernaast else 0
    om = venster.tot - nu < BIJNA_OM and p50 - nu > NOG_LANG
    if buiten < KEREN_BUITEN and ernaast <= VER_BUITEN and not om:
        return replace(venster, buiten=buiten)
    nieuw = eerste_venster(wachttijd, nu, niveau)
    return replace(nieuw, herzieningen=venster.herzieningen + 1, verlaat=nieuw.tot > venster.tot)
