"""Begin the draft of a next appointment for who is, or was last, helped at this workplace."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from afspraken.models import Aanvraag, Bezoek, Contact
from afspraken.rules.aanvraag import Aanvraaggegevens
from locaties.actions.stappen.daad import daad

from .stappen.aanvraag import schrijf_gegevens
from .stappen.werkplekrij import pak_bezoek_hier


@daad
def vervolgaanvraag_maken(*, werkplek_id: int, bezoek_id: UUID, nu: datetime) -> UUID:
    """Return the id of a new draft with the office, the languages and, with an appointment, the contact.

    Never what was agreed about help: that is asked again. Raises ``NietGevonden``, ``NietMogelijkNu``.
    """
    bezoek = pak_bezoek_hier(bezoek_id, werkplek_id)
    rij = Aanvraag(id=uuid4(), aangemaakt_op=nu)
    schrijf_gegevens(rij, _gegevens(bezoek), nu)
    return rij.id


def _gegevens(bezoek: Bezoek) -> Aanvraaggegevens:
    begin = Aanvraaggegevens(taal=bezoek.taal, spreektaal=bezoek.spreektaal, locatie=bezoek.locatie.code)
    contact = _contact(bezoek)
    if contact is None:
        return begin
    return replace(
        begin,
        achternaam=contact.achternaam,
        telefoon=contact.telefoon,
        email=contact.email,
        kanaal=contact.kanaal,
        gedeeld=contact.gedeeld,
        rol=contact.rol,
    )


def _contact(bezoek: Bezoek) -> Contact | None:
    return bezoek.afspraak.contacten.order_by("rol", "achternaam").first() if bezoek.afspraak else None
