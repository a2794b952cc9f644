"""Keep where to send an SMS when it is somebody's turn: sealed, with a keyed hash for the limit."""

from __future__ import annotations

from datetime import datetime, timedelta

from afspraken.models import Beurtsms, Bezoek
from afspraken.models.beurtsms import KOLOM, TABEL
from afspraken.rules.telefoonnummer import lees_telefoonnummer
from afspraken.rules.toegangscode import mag_sturen
from locaties.rules.weigering import Weigering
from toegankelijkheid.models.zegel import verzegel

from .contact import adressleutel
from .smsplafond import is_sms_vol


class GeenSmsMogelijk(Weigering):
    """A landline, or a mobile of a country that we do not send to."""

    code = "geen_sms_mogelijk"
    melding = "Hier kunnen wij geen sms naartoe sturen. Vul een mobiel nummer in dat begint met 06."


class TeVeelSms(Weigering):
    """This number was given at too many visits."""

    code = "te_veel_sms"
    melding = "Naar dit nummer sturen wij nu geen sms meer. Let op het scherm en luister naar uw nummer."


def lees_sms_nummer(telefoon: str) -> str:
    """Return E.164 of what was typed. Raises ``Onleesbaar``, ``GeenSmsMogelijk``."""
    nummer = lees_telefoonnummer(telefoon)
    if not nummer.kan_sms:
        raise GeenSmsMogelijk
    return nummer.e164


def leg_nummer_vast(bezoek: Bezoek, telefoon: str, *, nu: datetime) -> None:
    """Keep the number, as typed, in the place of a former one.

    Per number three visits an hour and ten a day: nobody fills the phone of somebody else. What is sent to it
    is counted when it leaves; who would get nothing any more today hears that now.
    Raises ``Onleesbaar``, ``GeenSmsMogelijk``, ``TeVeelSms``.
    """
    nummer = lees_sms_nummer(telefoon)
    sleutel = adressleutel(nummer)
    _toets_aantal(bezoek, sleutel, nu)
    if is_sms_vol(bezoek.afspraak_id or bezoek.id, nummer, nu=nu):
        raise TeVeelSms
    zegel = verzegel(tabel=TABEL, kolom=KOLOM, rij=bezoek.id, inhoud=nummer)
    velden = {"verzegeld": zegel, "telefoonsleutel": sleutel, "gevraagd_op": nu}
    Beurtsms.objects.update_or_create(bezoek=bezoek, defaults=velden)


def _toets_aantal(bezoek: Bezoek, sleutel: str, nu: datetime) -> None:
    eerder = Beurtsms.objects.filter(telefoonsleutel=sleutel).exclude(bezoek=bezoek)
    uur, dag = (eerder.filter(gevraagd_op__gt=nu - timedelta(hours=uren)).count() for uren in (1, 24))
    if not mag_sturen(laatste_uur=uur, laatste_dag=dag):
        raise TeVeelSms
