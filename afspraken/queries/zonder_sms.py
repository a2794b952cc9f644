"""Who is in the hall and was to get an SMS that does not leave any more today: the host tells them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from afspraken.models import Bericht
from afspraken.rules.berichtsoort import DAGBERICHTEN
from afspraken.rules.bezoekstatus import OPEN
from afspraken.rules.dagrand import dag_van
from afspraken.rules.smsplafond import Smsplafond
from locaties.models import Locatie


@dataclass(frozen=True, slots=True)
class ZonderSms:
    """``nummers``: their tickets, in order. ``is_op``: the whole municipality sends none any more today."""

    nummers: tuple[str, ...]
    is_op: bool


def zonder_sms(*, locatie_id: int, nu: datetime) -> ZonderSms:
    """Return it for one office and the day of now. Two statements."""
    begin, einde = dag_van(nu, Locatie.objects.get(pk=locatie_id).zone)
    rijen = Bericht.objects.filter(
        soort__in=DAGBERICHTEN,
        status=Bericht.Status.MISLUKT,
        fout__in=list(Smsplafond),
        aangemaakt_op__gte=begin,
        aangemaakt_op__lt=einde,
        bezoek__locatie_id=locatie_id,
        bezoek__status__in=OPEN,
    )
    gevonden = rijen.order_by("bezoek__letter", "bezoek__nummer").values_list(
        "bezoek__letter", "bezoek__nummer", "fout"
    )
    nummers = dict.fromkeys(f"{letter} {nummer}" for letter, nummer, _fout in gevonden)
    return ZonderSms(tuple(nummers), is_op=any(fout == Smsplafond.GEMEENTE for *_, fout in gevonden))
