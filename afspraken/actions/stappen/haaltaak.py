"""Who must be fetched: one open task per visit, and nothing of it left when it is over.

No event is written about it: that somebody was fetched would tell for a year that there was a reason.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from afspraken.models import Bezoek, Haaltaak
from locaties.rules.weigering import NietGevonden

from .bezoekrij import pak_bezoek

OPHALEN = "ophalen"


def vraag_halen(bezoek: Bezoek, *, nu: datetime, staat_buiten: bool = False) -> None:
    """Put it on the list of the host, once."""
    Haaltaak.objects.get_or_create(
        bezoek=bezoek, gedaan_op=None, defaults={"sinds": nu, "staat_buiten": staat_buiten}
    )


def vraag_halen_bij_oproep(bezoek: Bezoek, *, nu: datetime) -> None:
    """Do so for who is fetched instead of reading the screen. A task of an earlier call begins anew."""
    if bezoek.roepwijze != OPHALEN:
        return
    vraag_halen(bezoek, nu=nu)
    Haaltaak.objects.filter(bezoek=bezoek, gedaan_op=None, staat_buiten=False).update(sinds=nu)


def pak_haaltaak(taak_id: UUID, locatie_ids: frozenset[int] | None) -> Haaltaak:
    """Return the task, its office's queue locked. Raises ``NietGevonden`` (also at another office)."""
    bezoek_id = Haaltaak.objects.filter(id=taak_id).values_list("bezoek_id", flat=True).first()
    if bezoek_id is None:
        raise NietGevonden("Deze taak staat er niet meer.")
    bezoek = pak_bezoek(bezoek_id)
    taak = Haaltaak.objects.select_related("bezoek").filter(id=taak_id).first()
    if taak is None or (locatie_ids is not None and bezoek.locatie_id not in locatie_ids):
        raise NietGevonden("Deze taak staat er niet meer.")
    return taak


def vergeet_halen(bezoeken: Iterable[UUID], *, ook_buiten: bool = True) -> None:
    """Leave no trace; ``ook_buiten``: also of who asked for it with a button."""
    welke = Q() if ook_buiten else Q(staat_buiten=False)
    Haaltaak.objects.filter(welke, bezoek_id__in=list(bezoeken)).delete()
