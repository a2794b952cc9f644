"""Of which offices is the forecast no longer that of now?"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q

from afspraken.models import Bezoek, Werkplek
from locaties.models import Locatie

ELKE_MINUUT = timedelta(minutes=1)
DAG = timedelta(days=1)


def te_verversen(*, nu: datetime) -> tuple[int, ...]:
    """Return their ids, the longest ago first. One statement.

    Where the queue changed since it was last looked at; and every minute where somebody waits or sits.
    """
    wacht = Bezoek.objects.filter(
        locatie=OuterRef("pk"),
        status=Bezoek.Status.WACHTEND,
        datum__range=((nu - DAG).date(), (nu + DAG).date()),
    )
    zit = Werkplek.objects.filter(locatie=OuterRef("pk"), einde=None)
    is_oud = Q(verwachting__ververst_op__lte=nu - ELKE_MINUUT)
    is_oud |= Q(verwachting__ververst_op__gt=nu)  # the clock was set back
    rijen = Locatie.objects.filter(wachtrijversie__isnull=False).filter(
        Q(verwachting__isnull=True)
        | ~Q(verwachting__versie=F("wachtrijversie__versie"))
        | (is_oud & (Exists(wacht) | Exists(zit)))
    )
    return tuple(rijen.order_by("verwachting__ververst_op", "pk").values_list("pk", flat=True))
