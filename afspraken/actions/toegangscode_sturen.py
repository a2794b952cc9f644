"""Send a fresh code to the contact's own channel."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from afspraken.models import Bericht, Contact
from afspraken.rules.berichtsoort import Berichtsoort
from afspraken.rules.toegangscode import NIET_OPNIEUW_BINNEN, mag_sturen
from locaties.actions.stappen.daad import daad
from locaties.rules.weigering import Weigering

from .stappen.smsplafond import toets_code_per_sms
from .stappen.toegangscode import KAN_STUREN, maak_toegangscode


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


@daad
def toegangscode_sturen(*, contact_id: UUID, doel: str, nu: datetime) -> None:
    """Put a code in the outbox; asked again within half a minute (a double click) nothing is added.

    Raises ``GeenKanaal``, ``GeenSmsMeer``, ``TeVeelCodes``.
    """
    contact = (
        Contact.objects.select_for_update(no_key=True, of=("self",))
        .select_related("afspraak")
        .get(pk=contact_id)
    )
    if contact.kanaal not in KAN_STUREN:
        raise GeenKanaal
    toets_code_per_sms(contact, nu=nu)
    eerder = Bericht.objects.filter(contact=contact, soort=Berichtsoort.CODE)
    if eerder.filter(aangemaakt_op__gt=nu - NIET_OPNIEUW_BINNEN).exists():
        return
    uur, dag = (eerder.filter(aangemaakt_op__gt=nu - timedelta(hours=uren)).count() for uren in (1, 24))
    if not mag_sturen(laatste_uur=uur, laatste_dag=dag):
        raise TeVeelCodes
    maak_toegangscode(contact, doel, nu=nu)
