"""Call the next visitor to this balie: whom the rule picks, or a particular one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from afspraken.models import Bezoek, Werkplek
from afspraken.queries.oproepwoorden import oproepwoorden, uitleg_in_woorden
from afspraken.queries.wachtrijstand import wachtrijstand
from afspraken.rules.dagseconde import wandtijd
from afspraken.rules.oproepuitleg import GEKOZEN, te_bewaren
from afspraken.rules.volgorde import Uitleg, houdt_vrij, volgende
from locaties.actions.stappen.daad import daad
from locaties.rules.weigering import NietGevonden, Weigering

from .stappen.gebeurtenis import noteer_bezoek
from .stappen.oproep import roep
from .stappen.werkplekrij import NogEenBezoeker, aan_de_balie, pak_werkplek


class NiemandAanDeBeurt(Weigering):
    """Nobody waits whom this employee at this balie may call now."""

    code = "niemand_aan_de_beurt"
    melding = "Er wacht nu niemand voor u."


class WerkplekInPauze(Weigering):
    """First end the pause."""

    code = "werkplek_in_pauze"
    melding = "U hebt pauze. Ga eerst weer verder."


@dataclass(frozen=True, slots=True)
class Opgeroepen:
    """Who was called. ``uitleg``: why, in words, for this employee only; "" when it was called before."""

    bezoek_id: UUID
    letter: str
    nummer: int
    roepwijze: str
    uitleg: str
    is_nieuw: bool


@daad
def bezoeker_oproepen(
    *,
    werkplek_id: int,
    nu: datetime,
    rol: str = "baliemedewerker",
    bezoek_id: UUID | None = None,
    gebruiker_id: int | None = None,
) -> Opgeroepen:
    """Call; pressing twice calls once. ``bezoek_id``: this one, who waits or stands apart.

    Raises ``NietGevonden``, ``WerkplekDicht``, ``WerkplekInPauze``, ``NogEenBezoeker``, ``NiemandAanDeBeurt``
    (says so when the place is kept for an appointment), ``NietMogelijkNu``.
    """
    werkplek = pak_werkplek(werkplek_id)
    al_hier = aan_de_balie(werkplek.balie_id)
    if al_hier is not None and bezoek_id not in (None, al_hier.id):
        raise NogEenBezoeker
    if al_hier is not None:
        return _opgeroepen(al_hier, "", is_nieuw=False)
    if werkplek.pauze_sinds is not None:
        raise WerkplekInPauze
    bezoek, uitleg = (
        (_volgende(werkplek, nu)) if bezoek_id is None else (_deze(werkplek, bezoek_id, nu), None)
    )
    roep(bezoek, werkplek, nu=nu, uitleg=te_bewaren(uitleg))
    noteer_bezoek(bezoek, "bezoek.opgeroepen", nu=nu, rol=rol, gebruiker_id=gebruiker_id)
    woorden = uitleg_in_woorden(uitleg) if uitleg else oproepwoorden(GEKOZEN)
    return _opgeroepen(bezoek, woorden, is_nieuw=True)


def _opgeroepen(bezoek: Bezoek, uitleg: str, *, is_nieuw: bool) -> Opgeroepen:
    return Opgeroepen(bezoek.id, bezoek.letter, bezoek.nummer, bezoek.roepwijze, uitleg, is_nieuw)


def _volgende(werkplek: Werkplek, nu: datetime) -> tuple[Bezoek, Uitleg]:
    """Whom the rule picks, from the queue as it is under the lock."""
    stand = wachtrijstand(werkplek.locatie, nu)
    hier = stand.plaats(werkplek.pk)
    bord = (stand.wachtenden, stand.plaatsen, hier, stand.verwacht, stand.nu)
    keuze = volgende(*bord)
    if keuze is None:
        raise NiemandAanDeBeurt(_vrij_voor(houdt_vrij(*bord)))
    return Bezoek.objects.select_related("beurtsms").get(id=keuze.wachtende_id), keuze.uitleg


def _vrij_voor(uitleg: Uitleg | None) -> str | None:
    if uitleg is None or uitleg.begin is None:
        return None
    return _("Deze balie blijft nu vrij voor de afspraak van %(tijd)s uur.") % {
        "tijd": wandtijd(uitleg.begin)
    }


def _deze(werkplek: Werkplek, bezoek_id: UUID, nu: datetime) -> Bezoek:
    vandaag = nu.astimezone(werkplek.locatie.zone).date()
    bezoek = Bezoek.objects.filter(id=bezoek_id, locatie=werkplek.locatie, datum=vandaag).first()
    if bezoek is None:
        raise NietGevonden("Deze bezoeker is niet in dit kantoor.")
    return bezoek
