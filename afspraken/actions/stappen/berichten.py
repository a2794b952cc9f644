"""Put messages in the outbox, inside the deed's own transaction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from afspraken.models import Afspraak, Bericht, Contact
from afspraken.rules.berichtsoort import Berichtsoort
from afspraken.rules.herinneringen import heeft_herinnering, herinner_op, nutteloos_na

VERSTUURBAAR = ("sms", "email", "papier")


def zet_klaar(
    afspraak: Afspraak, soort: Berichtsoort, *, nu: datetime, reden: str = "", op: datetime | None = None
) -> None:
    """One message per contact; the same kind and version is never put in twice."""
    nutteloos = nutteloos_na(soort, begin=afspraak.begin, einde=afspraak.einde, gemaakt_op=nu)
    Bericht.objects.bulk_create(
        [_bericht(afspraak, c, soort, op or nu, nutteloos, nu, reden) for c in _bereikbaar(afspraak)],
        ignore_conflicts=True,
    )


def zet_herinnering_klaar(afspraak: Afspraak, *, nu: datetime) -> None:
    """A reminder at the same wall time on the previous date, when that still lies ahead."""
    zone = afspraak.locatie.zone
    if heeft_herinnering(afspraak.begin, zone, nu):
        zet_klaar(afspraak, Berichtsoort.HERINNERING, nu=nu, op=herinner_op(afspraak.begin, zone))


def laat_vervallen(afspraak: Afspraak) -> None:
    """What has not left yet has lost its sense: the appointment changed."""
    Bericht.objects.filter(afspraak=afspraak, status=Bericht.Status.KLAAR).exclude(
        soort=Berichtsoort.CODE
    ).update(status=Bericht.Status.VERVALLEN)


def _bereikbaar(afspraak: Afspraak) -> Iterable[Contact]:
    return afspraak.contacten.filter(kanaal__in=VERSTUURBAAR)


def _bericht(
    afspraak: Afspraak,
    contact: Contact,
    soort: Berichtsoort,
    op: datetime,
    nutteloos: datetime,
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
        nutteloos_na=nutteloos,
        aangemaakt_op=nu,
    )
