"""Take one message: for a while nobody else touches it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from afspraken.models import Bericht, Contact

from .stappen.outbox import ONAF


@dataclass(frozen=True, slots=True)
class Claim:
    """What the worker must know to go on.

    ``is_onzeker``: an earlier attempt may have arrived; ``tekst``, ``naar`` and ``sinds`` are for asking.
    """

    bericht_id: UUID
    wie: str
    kanaal: str
    is_onzeker: bool
    pogingen: int
    nutteloos_na: datetime
    sinds: datetime
    naar: str
    tekst: str
    bekend: frozenset[str]


def bericht_claimen(*, bericht_id: UUID, wie: str, nu: datetime, lease: timedelta) -> Claim | None:
    """Return the claim, or None when somebody else was first or it is not due (any more)."""
    with transaction.atomic(durable=True):
        velden = {"lease_tot": nu + lease, "lease_van": wie}
        rijen = Bericht.objects.filter(pk=bericht_id)
        klaar = rijen.filter(status=Bericht.Status.KLAAR, versturen_na__lte=nu)
        if klaar.update(status=Bericht.Status.BEZIG, tekst="", onderwerp="", **velden):
            return _claim(rijen.select_related("contact").get(), wie, is_onzeker=False)
        onaf = rijen.filter(status__in=ONAF, lease_tot__lte=nu)
        if onaf.update(status=Bericht.Status.ONZEKER, **velden):
            bericht = rijen.select_related("contact").get()
            # The text is written down before the first byte leaves: without it nothing left.
            return _claim(bericht, wie, is_onzeker=bool(bericht.tekst))
    return None


def _claim(bericht: Bericht, wie: str, *, is_onzeker: bool) -> Claim:
    contact = bericht.contact
    naar = contact.telefoon if contact and bericht.kanaal == Contact.Kanaal.SMS else ""
    return Claim(
        bericht_id=bericht.pk,
        wie=wie,
        kanaal=bericht.kanaal,
        is_onzeker=is_onzeker,
        pogingen=bericht.pogingen,
        nutteloos_na=bericht.nutteloos_na,
        sinds=bericht.versturen_na,
        naar=naar,
        tekst=bericht.tekst,
        bekend=_bekend(naar) if is_onzeker and naar else frozenset(),
    )


def _bekend(naar: str) -> frozenset[str]:
    """Return the provider's ids of what went to this number before."""
    eerder = Bericht.objects.filter(contact__telefoon=naar).exclude(provider_id="")
    return frozenset(eerder.values_list("provider_id", flat=True))
