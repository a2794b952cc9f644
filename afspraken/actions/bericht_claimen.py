"""Take one message: for a while nobody else touches it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from afspraken.models import Bericht, Contact
from afspraken.queries.sms_nummer import BIJ_HET_NUMMER, sms_nummer
from afspraken.rules.raadsman import SLEUTEL
from locaties.actions.stappen.daad import daad

from .stappen.contact import adressleutel
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


@daad
def bericht_claimen(*, bericht_id: UUID, wie: str, nu: datetime, lease: timedelta) -> Claim | None:
    """Return the claim, or None when somebody else was first or it is not due (any more)."""
    velden = {"lease_tot": nu + lease, "lease_van": wie}
    rijen = Bericht.objects.filter(pk=bericht_id)
    klaar = rijen.filter(status=Bericht.Status.KLAAR, versturen_na__lte=nu)
    if klaar.update(status=Bericht.Status.BEZIG, tekst="", onderwerp="", **velden):
        return _claim(rijen.select_related(*BIJ_HET_NUMMER).get(), wie, is_onzeker=False)
    onaf = rijen.filter(status__in=ONAF, lease_tot__lte=nu)
    if onaf.update(status=Bericht.Status.ONZEKER, **velden):
        bericht = rijen.select_related(*BIJ_HET_NUMMER).get()
        # The text is written down before the first byte leaves: without it nothing left.
        return _claim(bericht, wie, is_onzeker=bool(bericht.tekst))
    return None


def _claim(bericht: Bericht, wie: str, *, is_onzeker: bool) -> Claim:
    naar = sms_nummer(bericht) if bericht.kanaal == Contact.Kanaal.SMS else ""
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
    op_de_dag = Q(contact=None, bezoek__beurtsms__telefoonsleutel=adressleutel(naar))
    los = Q(**{f"gegevens__{SLEUTEL}": adressleutel(naar)})
    eerder = Bericht.objects.filter(Q(contact__telefoon=naar) | op_de_dag | los).exclude(provider_id="")
    return frozenset(eerder.values_list("provider_id", flat=True))
