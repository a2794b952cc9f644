"""Make and check a fresh code of one contact; bound to what it is for (``doel``)."""

from __future__ import annotations

import secrets
from datetime import datetime
from hmac import compare_digest
from uuid import UUID, uuid4

from django.conf import settings
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from afspraken.models import Bericht, Contact, Toegangscode
from afspraken.rules.berichtsoort import Berichtsoort
from afspraken.rules.toegangscode import CIJFERS, GELDIG, POGINGEN, lees_toegangscode, toegangscode_hash
from locaties.rules.weigering import Weigering

DOEL_BEVESTIGEN = "bevestigen"
KAN_STUREN = frozenset({Contact.Kanaal.SMS.value, Contact.Kanaal.EMAIL.value})


class CodeOnjuist(Weigering):
    """Not these digits; there are tries left."""

    code = "code_onjuist"
    melding = _("Deze code klopt niet. Kijk nog eens in het bericht en probeer het opnieuw.")  # type: ignore[assignment]


class CodeVerlopen(Weigering):
    """Too old, used, or tried too often: the same sentence for all three."""

    code = "code_verlopen"
    melding = _("Deze code werkt niet meer. Vraag een nieuwe code.")  # type: ignore[assignment]


def maak_toegangscode(contact: Contact, doel: str, *, nu: datetime) -> None:
    """Put a new code in the outbox; the database keeps its keyed hash only.

    No Gebeurtenis here or when it is used: those stay for a year, and a code is asked for to look at needs.
    """
    code_id, code = uuid4(), f"{secrets.randbelow(10**CIJFERS):0{CIJFERS}}"
    Toegangscode.objects.create(
        id=code_id,
        contact=contact,
        doel=doel,
        code_hash=toegangscode_hash(settings.LINK_SLEUTEL, code_id, code),
        geldig_tot=nu + GELDIG,
    )
    Bericht.objects.create(
        afspraak=contact.afspraak,
        contact=contact,
        soort=Berichtsoort.CODE,
        kanaal=contact.kanaal,
        taal=contact.afspraak.taal,
        gegevens={"verificatiecode": code},
        dedupe=f"code:{code_id}",
        versturen_na=nu,
        nutteloos_na=nu + GELDIG,
        aangemaakt_op=nu,
    )


def toets_toegangscode(contact_id: UUID, doel: str, code: str, *, nu: datetime) -> Weigering | None:
    """Take the newest code once and return None, or the refusal; the try counts either way.

    Returned, not raised: the caller must let the transaction that counts the try end first.
    """
    rij = Toegangscode.objects.filter(contact_id=contact_id, doel=doel).order_by("-geldig_tot").first()
    if rij is None or not _tel_poging(rij, nu):
        return CodeVerlopen()
    getypt = toegangscode_hash(settings.LINK_SLEUTEL, rij.pk, lees_toegangscode(code))
    if not compare_digest(rij.code_hash, getypt):
        return CodeOnjuist()
    if not Toegangscode.objects.filter(pk=rij.pk, gebruikt_op__isnull=True).update(gebruikt_op=nu):
        return CodeVerlopen()
    return None


def _tel_poging(rij: Toegangscode, nu: datetime) -> bool:
    """Take one of the tries; one statement, so that many at once do not get more."""
    open_codes = Toegangscode.objects.filter(
        pk=rij.pk, gebruikt_op__isnull=True, geldig_tot__gt=nu, pogingen__lt=POGINGEN
    )
    return open_codes.update(pogingen=F("pogingen") + 1) == 1
