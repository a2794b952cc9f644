"""End a hold that is over: the place is free, and nothing is left of what was agreed with it."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from afspraken.models import Afspraak, Afspraakdeel, Knelpunt
from toegankelijkheid.actions.afstemming_wissen import afstemming_wissen

from .gebeurtenis import noteer
from .knelpunt import vergeet_bestelknelpunten


def laat_verlopen(te_laat: QuerySet[Afspraak], *, nu: datetime) -> int:
    """Expire these holds and return how many; under the lock of their days.

    Whoever has the row of one of them is just confirming, changing or expiring it: that one is skipped.
    Waiting for it under the lock of the day would be a deadlock, writing after it would undo a confirmation.
    """
    verlopen = list(te_laat.select_for_update(skip_locked=True, no_key=True, of=("self",)))
    if not verlopen:
        return 0
    Afspraakdeel.objects.filter(afspraak__in=verlopen).update(is_actief=False)
    for afspraak in verlopen:
        _verloop(afspraak, nu)
    vergeet_bestelknelpunten([afspraak.id for afspraak in verlopen])
    Knelpunt.objects.filter(afspraak__in=verlopen, opgelost_op=None).update(
        opgelost_op=nu, oplossing="verlopen"
    )
    return len(verlopen)


def _verloop(afspraak: Afspraak, nu: datetime) -> None:
    if afspraak.status == Afspraak.Status.VOORLOPIG:
        noteer(afspraak.id, "afspraak.verlopen", nu=nu, rol="werker")
    if afspraak.afstemming_id:
        afstemming_wissen(afstemming_ids=[afspraak.afstemming_id], nu=nu)
    afspraak.status, afspraak.afstemming_id, afspraak.gewijzigd_op = Afspraak.Status.VERLOPEN, None, nu
    afspraak.save(update_fields=["status", "afstemming_id", "gewijzigd_op"])
