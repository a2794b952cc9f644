"""Let go of what was held too long: the time is everybody's again."""

from __future__ import annotations

from datetime import datetime

from afspraken.models import Afspraak, Afspraakdeel
from afspraken.rules.status import TIJDELIJK
from locaties.actions.stappen.daad import daad

from .stappen.dagslot import vergrendel
from .stappen.verlopen import laat_verlopen


@daad
def afspraken_verlopen(*, nu: datetime, maximum: int = 100) -> int:
    """Expire up to ``maximum`` holds that are over, oldest first; return how many."""
    te_laat = Afspraak.objects.filter(status__in=TIJDELIJK, vastgehouden_tot__lte=nu)
    ids = list(te_laat.order_by("vastgehouden_tot").values_list("id", flat=True)[:maximum])
    vergrendel(Afspraakdeel.objects.filter(afspraak_id__in=ids).values_list("locatie_id", "datum"))
    # Asked again under the lock: somebody may just have confirmed or extended it.
    return laat_verlopen(te_laat.filter(id__in=ids), nu=nu)
