"""Send a fresh code to the contact's own channel."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from afspraken.models import Bericht, Contact, Gebeurtenis, Toegangscode
from afspraken.rules.berichtsoort import Berichtsoort
from afspraken.rules.toegangscode import CIJFERS, GELDIG, NIET_OPNIEUW_BINNEN, mag_sturen, toegangscode_hash
from locaties.rules.weigering import Weigering

KAN_STUREN = (Contact.Kanaal.SMS, Contact.Kanaal.EMAIL)


class GeenKanaal(Weigering):
    """On paper or by voice no code can follow."""

    code = "geen_kanaal"
    melding = _(  # type: ignore[assignment]
        "Wij hebben van u geen mobiel nummer of e-mailadres. Daarom kunnen wij geen code sturen. Bel ons."
    )


class TeVeelCodes(Weigering):
    """The ceiling per contact is reached."""

    code = "te_veel_codes"
    melding = _(  # type: ignore[assignment]
        "Wij hebben u al een paar keer een code gestuurd. Wacht een uur, of bel ons."
    )


@transaction.atomic(durable=True)
def toegangscode_sturen(*, contact_id: UUID, doel: str, nu: datetime) -> None:
    """Put a code in the outbox; asked again within half a minute (a double click) nothing is added."""
    contact = Contact.objects.select_for_update(of=("self",)).select_related("afspraak").get(pk=contact_id)
    if contact.kanaal not in KAN_STUREN:
        raise GeenKanaal
    eerder = Bericht.objects.filter(contact=contact, soort=Berichtsoort.CODE)
    if eerder.filter(aangemaakt_op__gt=nu - NIET_OPNIEUW_BINNEN).exists():
        return
    uur, dag = (eerder.filter(aangemaakt_op__gt=nu - timedelta(hours=uren)).count() for uren in (1, 24))
    if not mag_sturen(laatste_uur=uur, laatste_dag=dag):
        raise TeVeelCodes
    _stuur(contact, doel, nu)


def _stuur(contact: Contact, doel: str, nu: datetime) -> None:
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
    Gebeurtenis.objects.create(afspraak=contact.afspraak, soort="toegangscode.gestuurd", op=nu, rol="burger")
