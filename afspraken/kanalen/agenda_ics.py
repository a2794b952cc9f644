"""The appointment as a calendar file.

Times are in UTC, which every calendar shows in local time: that stays right over both clock changes and
needs no time zone rules inside the file.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

from icalendar import Calendar, Event, vCalAddress

Methode = Literal["REQUEST", "CANCEL", "PUBLISH"]


def agenda_ics(
    *,
    uid: str,
    volgnummer: int,
    methode: Methode,
    begin: datetime,
    einde: datetime,
    samenvatting: str,
    plaats: str,
    omschrijving: str,
    link: str,
    nu: datetime,
    organisator: str = "",
) -> bytes:
    """One event; the same `uid` with a higher `volgnummer` replaces it, CANCEL takes it out."""
    gebeurtenis = Event()
    gebeurtenis.add("uid", uid)
    gebeurtenis.add("sequence", volgnummer)
    gebeurtenis.add("dtstamp", nu.astimezone(UTC))
    gebeurtenis.add("dtstart", begin.astimezone(UTC))
    gebeurtenis.add("dtend", einde.astimezone(UTC))
    gebeurtenis.add("summary", samenvatting)
    gebeurtenis.add("location", plaats)
    gebeurtenis.add("description", omschrijving)
    gebeurtenis.add("url", link)
    gebeurtenis.add("status", "CANCELLED" if methode == "CANCEL" else "CONFIRMED")
    gebeurtenis.add("class", "PRIVATE")  # a shared calendar then shows "busy" and no more
    if organisator:
        gebeurtenis.add("organizer", vCalAddress(f"mailto:{organisator}"))
    return _agenda(methode, gebeurtenis)


def _agenda(methode: Methode, gebeurtenis: Event) -> bytes:
    agenda = Calendar()
    agenda.add("prodid", "-//afspraken//gemeente//NL")
    agenda.add("version", "2.0")
    agenda.add("calscale", "GREGORIAN")
    agenda.add("method", methode)
    agenda.add_component(gebeurtenis)
    return bytes(agenda.to_ical())
