"""Write what an attempt came to."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from afspraken.models import Bericht, Beurtsms, Contact
from afspraken.rules.backoff import volgende_poging
from afspraken.rules.berichtstatus import Uitkomst
from locaties.actions.stappen.daad import daad

from .stappen.omleiden import leid_om
from .stappen.outbox import ONAF, sluit_af

EERSTE_OP = "eerste_op"


@daad
def bericht_afronden(
    *, bericht_id: UUID, wie: str, uitkomst: Uitkomst, nu: datetime, toeval: float, lease: timedelta
) -> bool:
    """Return whether it was written; not when a receipt came first or somebody else took over."""
    _een_per_nummer(bericht_id)
    bericht = (
        Bericht.objects.select_for_update(of=("self",))
        .select_related("contact")
        .filter(pk=bericht_id, status__in=ONAF, lease_van=wie)
        .first()
    )
    if bericht is None or _is_van_een_ander(bericht, uitkomst.provider_id):
        return False
    match uitkomst.status:
        case "later":
            _later(bericht, uitkomst, nu, toeval)
        case "onzeker":
            _onzeker(bericht, uitkomst, nu + lease)
        case "vol":
            leid_om(bericht, uitkomst.fout, nu=nu)
        case status:
            sluit_af(bericht, status, nu=nu, provider_id=uitkomst.provider_id, fout=uitkomst.fout)
    return True


def _een_per_nummer(bericht_id: UUID) -> None:
    """Two messages with the same words to one number must not both claim the same proof."""
    Contact.objects.select_for_update(no_key=True).filter(berichten__pk=bericht_id).first()
    deze = Beurtsms.objects.filter(bezoek__berichten__pk=bericht_id).values("telefoonsleutel")
    zelfde = Beurtsms.objects.select_for_update(no_key=True).filter(telefoonsleutel__in=deze)
    list(zelfde.order_by("pk").values_list("pk"))


def _is_van_een_ander(bericht: Bericht, provider_id: str) -> bool:
    return bool(provider_id) and (
        Bericht.objects.filter(provider_id=provider_id).exclude(pk=bericht.pk).exists()
    )


def _later(bericht: Bericht, uitkomst: Uitkomst, nu: datetime, toeval: float) -> None:
    """It certainly did not leave: wait and try again, or stop and show it."""
    eerste = str(bericht.gegevens.setdefault(EERSTE_OP, bericht.versturen_na.isoformat()))
    moment = volgende_poging(
        poging=max(bericht.pogingen, 1),
        nu=nu,
        eerste_op=datetime.fromisoformat(eerste),
        nutteloos_na=bericht.nutteloos_na,
        toeval=toeval,
    )
    if moment is None:
        sluit_af(bericht, Bericht.Status.MISLUKT, nu=nu, fout=uitkomst.fout)
        return
    bericht.status, bericht.fout, bericht.versturen_na = Bericht.Status.KLAAR, uitkomst.fout[:60], moment
    bericht.lease_tot, bericht.lease_van = None, ""
    bericht.save()


def _onzeker(bericht: Bericht, uitkomst: Uitkomst, tot: datetime) -> None:
    """Nobody touches it until a receipt had its chance; then somebody asks."""
    bericht.status, bericht.fout = Bericht.Status.ONZEKER, uitkomst.fout[:60]
    bericht.lease_tot, bericht.lease_van = tot, ""
    bericht.save()
