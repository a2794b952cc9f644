"""Whether somebody can be checked in now and here; each no says what to do next."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from afspraken.models import Afspraak
from afspraken.queries.kantooruren import kantooruren
from afspraken.rules.aankomst import AANMELDEN_VOORAF
from afspraken.rules.berichtdatum import tijd, volle_datum
from locaties.models import Locatie
from locaties.rules.weigering import NietGevonden, Weigering

from .weigeringen import NietTeWijzigen

BURGER = "burger"
DEUR_OPEN = timedelta(minutes=15)  # the host lets people in before the counters open
KAN_KOMEN = frozenset({Afspraak.Status.BEVESTIGD, Afspraak.Status.AANGEMELD, Afspraak.Status.NIET_VERSCHENEN})


class TeVroeg(Weigering):
    """More than half an hour before (phone), or not today."""

    code = "te_vroeg"
    melding = "Het is nog te vroeg om aan te melden."


class TeLaat(Weigering):
    """Later than the office allows by phone, or a day that is over."""

    code = "te_laat"
    melding = "U bent te laat om u zelf aan te melden. Ga naar de medewerker bij de ingang. Die helpt u."


class VerkeerdKantoor(Weigering):
    """The appointment is at another office than where the visitor stands."""

    code = "verkeerd_kantoor"
    melding = "Deze afspraak is in een ander kantoor."


class KantoorDicht(Weigering):
    """Nobody is there to be helped by."""

    code = "kantoor_dicht"
    melding = "Het kantoor is nu dicht. Bel ons. Wij kijken samen wat nog kan."


def toets_plek(afspraak: Afspraak, locatie: str, *, rol: str) -> None:
    """``locatie``: code of where the visitor stands, "" when unknown.

    Raises ``NietGevonden`` (no office has this code: a slip in typing), ``VerkeerdKantoor``.
    """
    code = "".join(locatie.split())
    if not code:
        return
    hier = Locatie.objects.filter(code__iexact=code).first()
    if hier is None:
        raise NietGevonden(_("Wij kennen deze code niet. Kijk nog eens op de poster."))
    if hier != afspraak.locatie:
        raise VerkeerdKantoor(_elders(afspraak, rol))


def _elders(afspraak: Afspraak, rol: str) -> str:
    """Where and when it is, and what can be done by who reads this."""
    daar = afspraak.locatie
    waar = _("Deze afspraak is niet hier, maar in %(naam)s, %(adres)s, op %(datum)s om %(tijd)s.") % {
        "naam": daar.naam,
        "adres": daar.adres,
        "datum": volle_datum(afspraak.begin.astimezone(daar.zone), _taal()),
        "tijd": _tijd(afspraak.begin, daar),
    }
    if rol == BURGER:
        return f"{waar} {_('Lukt dat niet meer? Bel ons.')}"
    return f"{waar} {_('Lukt dat niet meer? Verzet de afspraak, of geef een nummer zonder afspraak.')}"


def toets_afspraak(afspraak: Afspraak) -> None:
    """Raises ``NietTeWijzigen`` for what was cancelled or never became sure."""
    if afspraak.status not in KAN_KOMEN:
        raise NietTeWijzigen(
            _("Deze afspraak staat niet meer. Kom zonder afspraak in de rij, of maak een nieuwe afspraak.")
        )


def toets_moment(afspraak: Afspraak, *, rol: str, nu: datetime) -> None:
    """At the host while the doors are open on its day; by phone in its period.

    Raises ``TeVroeg``, ``TeLaat``, ``KantoorDicht``.
    """
    if rol == BURGER:
        _toets_telefoon(afspraak, nu)
        return
    zone = afspraak.locatie.zone
    dagen = (afspraak.begin.astimezone(zone).date() - nu.astimezone(zone).date()).days
    datum = volle_datum(afspraak.begin.astimezone(zone), _taal())
    if dagen > 0:
        raise TeVroeg(
            _("Deze afspraak is op %(datum)s. Vandaag kan de bezoeker zonder afspraak in de rij.")
            % {"datum": datum}
        )
    if dagen < 0:
        raise TeLaat(
            _(
                "Deze afspraak was op %(datum)s."
                " Schrijf de bezoeker in zonder afspraak, of maak een nieuwe afspraak."
            )
            % {"datum": datum}
        )
    toets_open(afspraak.locatie, nu=nu, vooraf=DEUR_OPEN, bij_host=True)


def toets_open(
    locatie: Locatie, *, nu: datetime, vooraf: timedelta = timedelta(), bij_host: bool = False
) -> None:
    """Raises ``KantoorDicht``, with when it opens where that is still to come today, and what can be done."""
    uren = kantooruren(locatie=locatie, nu=nu)
    if uren.is_open(nu, vooraf=vooraf):
        return
    if uren.van is not None and nu < uren.van:
        raise KantoorDicht(
            _("Het kantoor is nog dicht. Het gaat open om %(tijd)s. Probeer het dan nog eens.")
            % {"tijd": _tijd(uren.van, locatie)}
        )
    if bij_host:
        raise KantoorDicht(_("Het kantoor is nu dicht. Maak een afspraak voor de bezoeker."))
    raise KantoorDicht


def _toets_telefoon(afspraak: Afspraak, nu: datetime) -> None:
    vanaf = afspraak.begin - AANMELDEN_VOORAF
    if nu < vanaf:
        raise TeVroeg(
            _("U bent te vroeg. U kunt zich aanmelden vanaf %(tijd)s. Kom dan terug op deze bladzijde.")
            % {"tijd": _tijd(vanaf, afspraak.locatie)}
        )
    if nu > afspraak.begin + timedelta(minutes=afspraak.locatie.te_laat_na_minuten):
        raise TeLaat
    toets_open(afspraak.locatie, nu=nu)


def _tijd(moment: datetime, locatie: Locatie) -> str:
    return tijd(moment.astimezone(locatie.zone), _taal())


def _taal() -> str:
    return "en" if (get_language() or "nl")[:2] == "en" else "nl"
