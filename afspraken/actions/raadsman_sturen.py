"""Send how to reach the sociaal raadsman, to who asks for it at the counter."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.models import Bericht, Bezoek, Contact
from afspraken.rules.dagrand import dag_op
from afspraken.rules.raadsman import RAADSMAN, SLEUTEL
from locaties.actions.stappen.daad import daad
from locaties.rules.weigering import Weigering

from .stappen.beurtsms import lees_sms_nummer
from .stappen.bezoekrij import NietMogelijkNu
from .stappen.contact import adressleutel
from .stappen.smsplafond import is_sms_vol
from .stappen.werkplekrij import pak_bezoek_hier


class GeenRaadsman(Weigering):
    """This office has not filled in how to reach one."""

    code = "geen_raadsman"
    melding = "De gegevens van de sociaal raadsman staan nog niet in het systeem. Vraag de host."


class NietPerSms(Weigering):
    """A limit of SMS on this day is reached."""

    code = "niet_per_sms"
    melding = "Vandaag gaat hier geen sms meer naartoe. Druk de gegevens af en geef ze mee."


@daad
def raadsman_sturen(*, werkplek_id: int, bezoek_id: UUID, telefoon: str, nu: datetime) -> None:
    """Put one SMS in the outbox; the same number again (a double click) adds nothing.

    Nothing is noted: that somebody asked for it is nobody's business. The number stands with the message
    until it has left. Raises ``NietGevonden``, ``NietMogelijkNu`` (not being helped here), ``GeenRaadsman``,
    ``Onleesbaar``, ``GeenSmsMogelijk``, ``NietPerSms``.
    """
    bezoek = pak_bezoek_hier(bezoek_id, werkplek_id)
    if bezoek.status != Bezoek.Status.IN_BEHANDELING:
        raise NietMogelijkNu
    if not bezoek.locatie.raadsman_telefoon:
        raise GeenRaadsman
    nummer = lees_sms_nummer(telefoon)
    if is_sms_vol(bezoek.id, nummer, nu=nu):
        raise NietPerSms
    sleutel = adressleutel(nummer)
    bericht = Bericht(
        bezoek=bezoek,
        soort=RAADSMAN,
        kanaal=Contact.Kanaal.SMS,
        adres=nummer,
        taal=bezoek.taal,
        gegevens={SLEUTEL: sleutel},
        dedupe=f"{bezoek.id}:{RAADSMAN}:{sleutel[:12]}",
        versturen_na=nu,
        nutteloos_na=dag_op(bezoek.datum, bezoek.locatie.zone)[1],
        aangemaakt_op=nu,
    )
    Bericht.objects.bulk_create([bericht], ignore_conflicts=True)
