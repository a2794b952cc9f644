"""Book for one visitor of the plan, as people do: fill in, hold the nearest free time, confirm."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from afspraken.actions.aanvraag_bijwerken import aanvraag_bijwerken
from afspraken.actions.afspraak_maken import afspraak_maken
from afspraken.actions.afspraak_vasthouden import afspraak_vasthouden
from afspraken.models import Afspraak
from afspraken.queries.vraag import vraag_van
from afspraken.queries.vrije_tijden import vrije_tijden
from afspraken.rules.aanvraag import Aanvraaggegevens, Gevraagd
from locaties.models import Locatie
from locaties.rules.weigering import Weigering

from .plan import Gast

VOORAF, VOORAF_MET_BEHOEFTE = timedelta(days=1), timedelta(days=14)


def boek(gast: Gast, *, locatie: Locatie, datum: date, van: datetime) -> bool:
    """Return whether there is an appointment now; once more makes no other. ``van``: when the office opens.

    Booked the days before, with time enough to order an interpreter; a day that is full is no error.
    """
    if Afspraak.objects.filter(formulier=gast.sleutel).exists():
        return True
    wens = gast.wens or van
    nu = van - (VOORAF_MET_BEHOEFTE if gast.behoefte else VOORAF)
    gegevens = _gegevens(gast)
    try:
        tijden = vrije_tijden(
            vraag=vraag_van(gegevens), locatie=locatie.code, datum=datum, nu=nu, zonder_aanloop=True
        )
        if not tijden:
            return False
        begin = min((t.begin for t in tijden), key=lambda t: abs(t - wens))
        _maak(gast, gegevens, locatie, begin, nu)
    except Weigering:
        return False
    return True


def _maak(gast: Gast, gegevens: Aanvraaggegevens, locatie: Locatie, begin: datetime, nu: datetime) -> None:
    velden = {naam: getattr(gegevens, naam) for naam in gegevens.__slots__}
    aanvraag = aanvraag_bijwerken(aanvraag_id=None, nu=nu, **velden)
    afspraak_vasthouden(
        aanvraag_id=aanvraag,
        locatie=locatie.code,
        begin=begin,
        nu=nu,
        herkomst="telefoon",
        zonder_aanloop=True,
    )
    afspraak_maken(
        aanvraag_id=aanvraag,
        formulier=gast.sleutel,
        nu=nu,
        herkomst="telefoon",
        rol="telefonist",
        wijze="mondeling",
    )


def _gegevens(gast: Gast) -> Aanvraaggegevens:
    heeft_behoefte = bool(gast.behoefte)
    return Aanvraaggegevens(
        taal=gast.taal,
        producten=(Gevraagd(gast.product),),
        hulp=heeft_behoefte,
        behoeften=(gast.behoefte,) if heeft_behoefte else (),
        toestemming=True if heeft_behoefte else None,
        spreektaal=gast.spreektaal,
        achternaam=gast.naam,
        telefoon=gast.telefoon,
        kanaal="sms" if gast.telefoon else "papier",
    )
