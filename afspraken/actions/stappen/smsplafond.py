"""How many SMS leave on one day: about one visitor, to one number, and of the whole municipality.

What leaves is counted, not what was asked for: in the transaction that writes the text down, once for each
message however often it is tried. The counters know a keyed hash only, another one each day.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from afspraken.models import Adresteller, Bericht, Contact
from afspraken.rules.dagrand import dag_van
from afspraken.rules.smsplafond import Smsplafond
from locaties.rules.weigering import Weigering

from .contact import adressleutel

GETELD = "geteld"
UUR = timedelta(hours=1)
# Of each limit: what it counts today, and how far.
Plafonds = dict[str, tuple[Smsplafond, int]]


class GeenSmsMeer(Weigering):
    """A limit of SMS on one day is reached: nobody should wait for what does not come."""

    code = "geen_sms_meer"
    melding = _(  # type: ignore[assignment]
        "Wij kunnen u vandaag geen sms meer sturen. Bel ons, dan helpen wij u."
    )


def tel_sms(bericht: Bericht, naar: str, *, nu: datetime) -> Smsplafond | None:
    """Count it and return None: it may leave; or the limit that is reached, and nothing is counted.

    The caller saves ``gegevens``. Three statements; who counts the same waits, in one order.
    """
    if GETELD in bericht.gegevens:
        return None
    is_gedeeld = bericht.contact is not None and bericht.contact.gedeeld
    plafonds = _plafonds(bericht.afspraak_id or bericht.bezoek_id, "" if is_gedeeld else naar, nu)
    leeg = [Adresteller(sleutel=sleutel, uur=_laatste_uur(nu)) for sleutel in sorted(plafonds)]
    Adresteller.objects.bulk_create(leeg, ignore_conflicts=True)
    rijen = Adresteller.objects.filter(sleutel__in=plafonds)
    vol = _vol(plafonds, dict(rijen.select_for_update().order_by("sleutel").values_list("sleutel", "aantal")))
    if vol is None:
        rijen.update(aantal=F("aantal") + 1)
        bericht.gegevens[GETELD] = True
    return vol


def is_sms_vol(wie: UUID | None, naar: str, *, nu: datetime) -> bool:
    """Whether one more would not leave today; it only looks, to say so before somebody waits for it.

    ``wie``: the appointment or the visit. One statement.
    """
    plafonds = _plafonds(wie, naar, nu)
    stand = Adresteller.objects.filter(sleutel__in=plafonds).values_list("sleutel", "aantal")
    return _vol(plafonds, dict(stand)) is not None


def toets_code_per_sms(contact: Contact, *, nu: datetime) -> None:
    """Whoever waits for a code must get it. Raises ``GeenSmsMeer``."""
    if contact.kanaal == Contact.Kanaal.SMS and is_sms_vol(contact.afspraak_id, contact.telefoon, nu=nu):
        raise GeenSmsMeer


def _vol(plafonds: Plafonds, stand: dict[str, int]) -> Smsplafond | None:
    vol = (wat for sleutel, (wat, hoogstens) in plafonds.items() if stand.get(sleutel, 0) >= hoogstens)
    return next(vol, None)


def _plafonds(wie: UUID | None, naar: str, nu: datetime) -> Plafonds:
    """The limit of the municipality first: it is the one that everybody has to know of."""
    dag = nu.astimezone(_zone()).date().isoformat()
    delen = [("gemeente", "", Smsplafond.GEMEENTE, settings.SMS_BUDGET_PER_DAG)]
    if wie:
        delen.append(("bezoeker", str(wie), Smsplafond.BEZOEKER, settings.SMS_PER_BEZOEKER_PER_DAG))
    if naar:
        delen.append(("nummer", naar, Smsplafond.NUMMER, settings.SMS_PER_NUMMER_PER_DAG))
    return {adressleutel(f"sms:{soort}:{wat}:{dag}"): (naam, max_) for soort, wat, naam, max_ in delen}


def _laatste_uur(nu: datetime) -> datetime:
    """The clock hour after which the counters may be wiped: the last of this day."""
    return dag_van(nu, _zone())[1] - UUR


def _zone() -> ZoneInfo:
    return ZoneInfo(settings.TIME_ZONE)
