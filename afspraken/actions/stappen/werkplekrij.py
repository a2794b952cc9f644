"""Take one workplace, and the visit at its balie, under the lock of the office's queue."""

from __future__ import annotations

from uuid import UUID

from afspraken.models import Bezoek, Werkplek
from afspraken.rules.bezoekstatus import AAN_EEN_BALIE
from locaties.rules.weigering import NietGevonden, Weigering

from .bezoekrij import NietMogelijkNu, pak_bezoek
from .wachtrijslot import vergrendel_wachtrij


class WerkplekDicht(Weigering):
    """Closed meanwhile: by the host, by a colleague, or at the end of the day."""

    code = "werkplek_dicht"
    melding = "Deze werkplek is gesloten. Ga eerst aan een balie zitten."


class NogEenBezoeker(Weigering):
    """One visitor at a time."""

    code = "nog_een_bezoeker"
    melding = "Aan deze balie is nog een bezoeker. Rond dat bezoek eerst af, of geef het door."


def pak_werkplek(werkplek_id: int) -> Werkplek:
    """Return the open workplace, its office's queue locked. Raises ``NietGevonden``, ``WerkplekDicht``."""
    locatie_id = Werkplek.objects.filter(id=werkplek_id).values_list("locatie_id", flat=True).first()
    if locatie_id is None:
        raise NietGevonden("Wij kennen deze werkplek niet.")
    vergrendel_wachtrij(locatie_id)
    werkplek = Werkplek.objects.select_related("locatie").get(id=werkplek_id)
    if werkplek.einde is not None:
        raise WerkplekDicht
    return werkplek


def aan_de_balie(balie_id: int) -> Bezoek | None:
    """Return who is called to, or is at, this balie."""
    return Bezoek.objects.filter(balie_id=balie_id, status__in=AAN_EEN_BALIE).first()


def pak_bezoek_hier(bezoek_id: UUID, werkplek_id: int) -> Bezoek:
    """Return a visit that is, or was last, served at this workplace; its office's queue locked.

    Raises ``NietGevonden`` (also in another office), ``NietMogelijkNu`` (it is with somebody else, or waits).
    """
    velden = ("locatie_id", "medewerker_id", "balie_id")
    hier = Werkplek.objects.filter(id=werkplek_id).values_list(*velden).first()
    if hier is None:
        raise NietGevonden("Wij kennen deze werkplek niet.")
    bezoek = pak_bezoek(bezoek_id, frozenset({hier[0]}))
    if (bezoek.medewerker_id, bezoek.balie_id) != hier[1:]:
        raise NietMogelijkNu
    return bezoek
