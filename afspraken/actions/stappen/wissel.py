"""Give appointments other people or another balie at the same time; nobody outside notices."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from afspraken.models import Afspraakdeel
from afspraken.rules.blok import Wissel

from .gebeurtenis import noteer
from .weigeringen import bezet_als_weigering

RUIMTE = "ruimte"  # somebody else fits beside it now


def schrijf_wissels(wissels: Iterable[Wissel]) -> None:
    """Write who does these and where, under the lock of their day; raises ``TijdBezet``.

    Both engines check row by row, so all of them first let go of what they have: NULL overlaps nothing.
    """
    lijst = list(wissels)
    delen = Afspraakdeel.objects.filter(afspraak_id__in=[w.blok.afspraak_id for w in lijst], is_actief=True)
    if lijst:
        delen.update(inzet=None, medewerker=None, balie=None)
    with bezet_als_weigering():
        for wissel in lijst:
            _schrijf(wissel)


def meld_wissels(wissels: Iterable[Wissel], *, nu: datetime, reden: str = RUIMTE) -> None:
    """Write one line per appointment: that it was rearranged by itself, and why; never for whom.

    In the order of the day: the order of the search begins with who needs most.
    """
    for wissel in sorted(wissels, key=lambda w: (w.blok.beurten[0].cel, str(w.blok.afspraak_id))):
        noteer(wissel.blok.afspraak_id, "afspraak.herschikt", nu=nu, rol="werker", reden=reden)


def _schrijf(wissel: Wissel) -> None:
    for beurt in wissel.werkers:
        Afspraakdeel.objects.filter(
            afspraak_id=wissel.blok.afspraak_id,
            is_actief=True,
            cel__gte=beurt.cel,
            cel__lt=beurt.cel + beurt.cellen,
        ).update(inzet_id=beurt.inzet_id, medewerker_id=beurt.medewerker_id, balie_id=wissel.balie_id)
