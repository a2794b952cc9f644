"""Forget what was agreed, so that nothing tells it was there: not even a counter or a longer visit."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from afspraken.models import Afspraak
from afspraken.rules.bewaartermijnen import AFSTEMMING_NA_EINDE
from toegankelijkheid.actions.afstemmingen_opruimen import afstemmingen_opruimen

from .stappen.knelpunt import vergeet_bestelknelpunten

CEL = timedelta(minutes=5)


def afstemmingen_vergeten(*, nu: datetime, maximum: int = 200) -> int:
    """Wipe up to ``maximum`` agreements and level as many past visits; return how many rows that were."""
    with transaction.atomic(durable=True):
        gewist = afstemmingen_opruimen(nu=nu, maximum=maximum)
        afspraken = Afspraak.objects.filter(afstemming_id__in=gewist)
        vergeet_bestelknelpunten(list(afspraken.values_list("id", flat=True)))
        afspraken.update(afstemming_id=None)
        return len(gewist) + _maak_gelijk(nu, maximum)


def _maak_gelijk(nu: datetime, maximum: int) -> int:
    """Blank counter and duration of every past or cancelled visit: also of who asked for nothing."""
    # An expired hold keeps its length: a late submit may still want it; it is deleted within a day.
    voorbij = Q(einde__lte=nu - AFSTEMMING_NA_EINDE) | Q(status=Afspraak.Status.GEANNULEERD)
    rijen = Afspraak.objects.filter(voorbij, delen__minuten__gt=0).distinct().order_by("id")
    afspraken = list(rijen[:maximum])
    for afspraak in afspraken:
        einde = afspraak.begin + CEL
        afspraak.delen.update(
            begin=afspraak.begin,
            einde=einde,
            cel=0,
            cellen=1,
            minuten=0,
            balie=None,
            is_actief=False,
        )
        Afspraak.objects.filter(id=afspraak.id).update(einde=einde)
    return len(afspraken)
