"""Let go of what was held too long: the time is everybody's again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from afspraken.models import Afspraak, Afspraakdeel
from toegankelijkheid.actions.afstemming_wissen import afstemming_wissen

from .stappen.dagslot import vergrendel
from .stappen.gebeurtenis import noteer

VERLOOPT = (Afspraak.Status.VASTGEHOUDEN, Afspraak.Status.VOORLOPIG)


def afspraken_verlopen(*, nu: datetime, maximum: int = 100) -> int:
    """Expire up to ``maximum`` holds that are over, oldest first; return how many."""
    te_laat = Afspraak.objects.filter(status__in=VERLOOPT, vastgehouden_tot__lte=nu)
    with transaction.atomic(durable=True):
        ids = list(te_laat.order_by("vastgehouden_tot").values_list("id", flat=True)[:maximum])
        delen = Afspraakdeel.objects.filter(afspraak_id__in=ids)
        vergrendel(delen.values_list("locatie_id", "datum"))
        # Asked again under the lock: somebody may just have confirmed or extended it.
        verlopen = list(te_laat.select_for_update(skip_locked=True).filter(id__in=ids))
        delen.filter(afspraak__in=verlopen).update(is_actief=False)
        for afspraak in verlopen:
            _verloop(afspraak, nu)
    return len(verlopen)


def _verloop(afspraak: Afspraak, nu: datetime) -> None:
    if afspraak.status == Afspraak.Status.VOORLOPIG:
        noteer(afspraak.id, "afspraak.verlopen", nu=nu, rol="werker")
    if afspraak.afstemming_id:
        afstemming_wissen(afstemming_ids=[afspraak.afstemming_id], nu=nu)
    afspraak.status, afspraak.afstemming_id, afspraak.gewijzigd_op = Afspraak.Status.VERLOPEN, None, nu
    afspraak.save(update_fields=["status", "afstemming_id", "gewijzigd_op"])
