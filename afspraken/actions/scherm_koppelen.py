"""A device in the hall types its code and becomes a screen of that office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings

from afspraken.models import Scherm
from afspraken.rules.code import lees_code
from afspraken.rules.schermkoppeling import koppelcode_hash, nieuw_schermtoken, schermtoken_hash
from locaties.actions.stappen.daad import daad
from locaties.rules.weigering import Weigering

from .stappen.grenzen import mag_koppelen
from .stappen.wachtrijslot import vergrendel_wachtrij


class KoppelcodeOnjuist(Weigering):
    """Wrong, expired, used or withdrawn: the same sentence, so that guessing teaches nothing."""

    code = "koppelcode_onjuist"
    melding = "Deze code werkt niet. Kijk of u de code goed hebt getypt, of vraag een nieuwe code."


class TeVaakGeprobeerd(Weigering):
    """Too many tries from one address in this minute."""

    code = "te_vaak_geprobeerd"
    melding = "U hebt te vaak een code geprobeerd. Wacht 1 minuut en probeer het dan opnieuw."


@dataclass(frozen=True, slots=True)
class Gekoppeld:
    """``token``: for the device only; the database keeps its hash."""

    scherm_id: UUID
    token: str


def scherm_koppelen(*, code: str, afzender_ip: str, nu: datetime) -> Gekoppeld:
    """Pair; what was paired as this screen before goes dark. Every try counts, also a refused one.

    Raises ``KoppelcodeOnjuist``, ``TeVaakGeprobeerd``.
    """
    uitkomst = daad(_koppel)(code, afzender_ip, nu=nu)
    if isinstance(uitkomst, Weigering):  # raised outside: the try must stay counted
        raise uitkomst
    return uitkomst


def _koppel(code: str, afzender_ip: str, *, nu: datetime) -> Gekoppeld | Weigering:
    if not mag_koppelen(afzender_ip, nu=nu):
        return TeVaakGeprobeerd()
    getypt = koppelcode_hash(settings.LINK_SLEUTEL, lees_code(code[:100]))
    rijen = Scherm.objects.filter(koppelcode_hash=getypt, koppelcode_tot__gt=nu, ingetrokken_op__isnull=True)
    scherm = rijen.values_list("id", "locatie_id").first()
    if scherm is None:
        return KoppelcodeOnjuist()
    vergrendel_wachtrij(scherm[1])
    token = nieuw_schermtoken()
    # One statement that looks and takes: of two devices with the same code one is paired.
    nieuw = {"token_hash": schermtoken_hash(token), "koppelcode_hash": "", "koppelcode_tot": None}
    if not rijen.filter(id=scherm[0]).update(gekoppeld_op=nu, **nieuw):
        return KoppelcodeOnjuist()
    return Gekoppeld(scherm[0], token)
