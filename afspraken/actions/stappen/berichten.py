"""Put messages in the outbox, inside the deed's own transaction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from afspraken.models import Afspraak, Bericht, Contact
from afspraken.rules.berichtsoort import Berichtsoort
from afspraken.rules.herinneringen import heeft_herinnering, herinner_op, nutteloos_na

from .rijen import voeg_toe

VERSTUURBAAR = ("sms", "email", "papier")


def zet_klaar(
    afspraak: Afspraak,
    soort: Berichtsoort,
    *,
    nu: datetime,
    reden: str = "",
    herinner_in: ZoneInfo | None = None,
    aan: Iterable[Contact] | None = None,
) -> None:
    """One message per contact, and a reminder; the same kind and version is never put in twice.

    ``aan``: its contacts, for who has them at hand. ``herinner_in``: the zone of the office; the reminder
    leaves at the same wall time there on the previous date, when that still lies ahead.
    """
    momenten = {soort: nu}
    if herinner_in and heeft_herinnering(afspraak.begin, herinner_in, nu):
        momenten[Berichtsoort.HERINNERING] = herinner_op(afspraak.begin, herinner_in)
    contacten = [c for c in (afspraak.contacten.all() if aan is None else aan) if c.kanaal in VERSTUURBAAR]
    voeg_toe(
        [_bericht(afspraak, c, s, op, nu, reden) for s, op in momenten.items() for c in contacten],
        sla_dubbele_over=True,
    )


def laat_vervallen(afspraak: Afspraak) -> None:
    """What has not left yet has lost its sense: the appointment changed."""
    Bericht.objects.filter(afspraak=afspraak, status=Bericht.Status.KLAAR).exclude(
        soort=Berichtsoort.CODE
    ).update(status=Bericht.Status.VERVALLEN)


def _bericht(
    afspraak: Afspraak,
    contact: Contact,
    soort: Berichtsoort,
    op: datetime,
    nu: datetime,
    reden: str,
) -> Bericht:
    return Bericht(
        afspraak=afspraak,
        contact=contact,
        soort=soort.value,
        kanaal=contact.kanaal,
        taal=afspraak.taal,
        gegevens={"reden": reden, "volgnummer": afspraak.volgnummer},
        dedupe=f"{afspraak.id}:{contact.id.hex[:12]}:{soort.value}:{afspraak.volgnummer}",
        versturen_na=op,
        nutteloos_na=nutteloos_na(soort, begin=afspraak.begin, einde=afspraak.einde, gemaakt_op=nu),
        aangemaakt_op=nu,
    )
