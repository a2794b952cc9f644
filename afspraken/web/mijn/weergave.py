"""How an appointment is put into words on these pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from afspraken.queries.mijn_afspraak import MijnAfspraak
from afspraken.rules.berichtdatum import tijd, volle_datum


@dataclass(frozen=True, slots=True)
class Moment:
    """A date and a time as people say them."""

    datum: str
    tijd: str


def moment_in_woorden(moment: datetime, zone: str, taal: str) -> Moment:
    """Return the wall time at the office: "dinsdag 3 maart 2026", "10.20 uur"."""
    plaatselijk = moment.astimezone(ZoneInfo(zone))
    taal = taal if taal == "en" else "nl"
    return Moment(volle_datum(plaatselijk, taal), tijd(plaatselijk, taal))


def dag_in_woorden(datum: date, taal: str) -> str:
    """Return "dinsdag 3 maart 2026"."""
    return volle_datum(datetime.combine(datum, time()), taal if taal == "en" else "nl")


def wanneer(afspraak: MijnAfspraak, taal: str) -> Moment:
    """Return when this appointment is."""
    return moment_in_woorden(afspraak.begin, afspraak.zone, taal)


def groep_in_woorden(groep: str) -> str:
    """Return "0 tot en met 11 jaar" for "0-11", "18 jaar of ouder" for "18+"."""
    van, streep, tot = groep.partition("-")
    if streep:
        return _("%(van)s tot en met %(tot)s jaar") % {"van": van, "tot": tot}
    if groep.endswith("+"):
        return _("%(van)s jaar of ouder") % {"van": groep[:-1]}
    return groep


@dataclass(frozen=True, slots=True)
class Persoonsregel:
    """One person on the page: what it is called, and the number in its address."""

    nummer: int
    naam: str
    producten: tuple[str, ...]
    neem_mee: tuple[str, ...]
    wie_komt_mee: tuple[str, ...]


def persoonsregels(afspraak: MijnAfspraak) -> tuple[Persoonsregel, ...]:
    """Return the people in order, called "Persoon 2 (0 tot en met 11 jaar)"."""
    return tuple(
        Persoonsregel(p.nummer, _naam(plek, p.groep), p.producten, p.neem_mee, p.wie_komt_mee)
        for plek, p in enumerate(afspraak.personen, 1)
    )


def _naam(plek: int, groep: str) -> str:
    naam = _("Persoon %(nummer)s") % {"nummer": plek}
    return f"{naam} ({groep_in_woorden(groep)})" if groep else naam
