"""Check a fresh code: right, once, in time, and with few tries."""

from __future__ import annotations

from datetime import datetime
from hmac import compare_digest
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from afspraken.models import Gebeurtenis, Toegangscode
from afspraken.rules.toegangscode import POGINGEN, lees_toegangscode, toegangscode_hash
from locaties.rules.weigering import Weigering


class CodeOnjuist(Weigering):
    """Not these digits; there are tries left."""

    code = "code_onjuist"
    melding = _("Deze code klopt niet. Kijk nog eens in het bericht en probeer het opnieuw.")  # type: ignore[assignment]


class CodeVerlopen(Weigering):
    """Too old, used, or tried too often: the same sentence for all three."""

    code = "code_verlopen"
    melding = _("Deze code werkt niet meer. Vraag een nieuwe code.")  # type: ignore[assignment]


def toegangscode_controleren(*, contact_id: UUID, doel: str, code: str, nu: datetime) -> None:
    """Accept the newest code of this contact once; every try counts, also a refused one."""
    with transaction.atomic(durable=True):
        weigering = _controleer(contact_id, doel, lees_toegangscode(code), nu)
    if weigering:  # raised outside: the try must stay counted
        raise weigering


def _controleer(contact_id: UUID, doel: str, code: str, nu: datetime) -> Weigering | None:
    rij = (
        Toegangscode.objects.filter(contact_id=contact_id, doel=doel)
        .select_related("contact")
        .order_by("-geldig_tot")
        .first()
    )
    if rij is None or not _tel_poging(rij, nu):
        return CodeVerlopen()
    if not compare_digest(rij.code_hash, toegangscode_hash(settings.LINK_SLEUTEL, rij.pk, code)):
        return CodeOnjuist()
    if not Toegangscode.objects.filter(pk=rij.pk, gebruikt_op__isnull=True).update(gebruikt_op=nu):
        return CodeVerlopen()
    Gebeurtenis.objects.create(
        afspraak_id=rij.contact.afspraak_id, soort="toegangscode.gebruikt", op=nu, rol="burger"
    )
    return None


def _tel_poging(rij: Toegangscode, nu: datetime) -> bool:
    """Take one of the tries; one statement, so that many at once do not get more."""
    open_codes = Toegangscode.objects.filter(
        pk=rij.pk, gebruikt_op__isnull=True, geldig_tot__gt=nu, pogingen__lt=POGINGEN
    )
    return open_codes.update(pogingen=F("pogingen") + 1) == 1
