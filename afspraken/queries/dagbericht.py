"""What does a message of the day say, as it is true now?"""

from __future__ import annotations

from datetime import datetime

from django.conf import settings

from afspraken.models import Bericht, Bezoek
from afspraken.rules.berichtsoort import Berichtgegevens, Berichtsoort
from afspraken.rules.link import link_token
from locaties.queries.gemeente import gemeente

_WACHT = frozenset({Bezoek.Status.WACHTEND, Bezoek.Status.GEPARKEERD})
# In which states of the visit each kind still tells the truth.
_KLOPT_BIJ = {
    Berichtsoort.NUMMER: _WACHT | {Bezoek.Status.OPGEROEPEN},
    Berichtsoort.AAN_DE_BEURT: frozenset({Bezoek.Status.OPGEROEPEN}),
    Berichtsoort.GEMIST: frozenset({Bezoek.Status.NIET_VERSCHENEN}),
    Berichtsoort.VERTRAGING: _WACHT,
}


def dagbericht(bericht: Bericht, *, nu: datetime) -> Berichtgegevens | None:
    """Return what it may know: no name, no product, no need. None when it has lost its sense.

    One statement after ``select_related("bezoek__locatie", "bezoek__balie")``.
    """
    bezoek = bericht.bezoek
    if bezoek is None or not _klopt_nog(bericht, bezoek):
        return None
    stad, kantoor = gemeente(), bezoek.locatie
    nieuw_op = bericht.gegevens.get("nieuw_op")
    return Berichtgegevens(
        gemeente=stad.naam,
        telefoon=kantoor.telefoon or stad.telefoon,
        telefoon_buitenland=stad.telefoon_buitenland,
        tekst_voor_doven=stad.voor_doven(bericht.taal),
        locatie_naam=kantoor.naam,
        locatie_kort=kantoor.korte_naam,
        adres="",
        begin=datetime.fromisoformat(nieuw_op) if nieuw_op else nu,
        zone=kantoor.zone,
        code="",
        link=_link(bezoek, Berichtsoort(bericht.soort)),
        nu=nu,
        nummer=str(bezoek),
        balie=_balie(bezoek),
        minuten=str(bericht.gegevens.get("minuten", "")),
    )


def _klopt_nog(bericht: Bericht, bezoek: Bezoek) -> bool:
    """The state still says so, and who was called is still called to the same balie."""
    if bezoek.status not in _KLOPT_BIJ[Berichtsoort(bericht.soort)]:
        return False
    return bericht.gegevens.get("balie_id") in {None, bezoek.balie_id}


def _balie(bezoek: Bezoek) -> str:
    """Whoever is fetched stays seated; that must not be told, so nothing is said about where to go."""
    wordt_gehaald = bezoek.roepwijze == "ophalen"
    return "" if wordt_gehaald or bezoek.balie is None else str(bezoek.balie.nummer)


def _link(bezoek: Bezoek, soort: Berichtsoort) -> str:
    """The own page of a ticket; for who was missed the page where a new appointment is made."""
    site = str(settings.SITE_ADRES).rstrip("/")
    if soort is not Berichtsoort.NUMMER:
        return site
    return f"{site}/a/{link_token(settings.LINK_SLEUTEL, bezoek.id, 0)}/bezoek"
