"""Lock, read and write one draft."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from afspraken.models import Aanvraag, Afspraak, Afspraakdeel
from afspraken.queries.aanvraag import KOLOM, TABEL
from afspraken.queries.vaste_vraag import vaste_vraag
from afspraken.rules.aanvraag import Aanvraaggegevens
from locaties.rules.weigering import Weigering
from toegankelijkheid.models.zegel import verzegel

from .dagslot import Dagsleutel, dagen_van, vergrendel
from .rijen import bewaar


class AanvraagWeg(Weigering):
    """The draft was finished or wiped."""

    code = "aanvraag_weg"
    melding = "Uw aanvraag is afgelopen. Begin opnieuw."


def pak_aanvraag(aanvraag_id: UUID) -> Aanvraag:
    """Return the draft, locked until the transaction ends. Raises ``AanvraagWeg``."""
    rijen = _gepakt(aanvraag_id)
    if not rijen:
        raise AanvraagWeg
    return rijen[0]


@vaste_vraag
def _gepakt(aanvraag_id: UUID) -> QuerySet[Aanvraag, Aanvraag]:
    return Aanvraag.objects.select_for_update(no_key=True).filter(id=aanvraag_id)


def gehouden_dagen(rij: Aanvraag) -> list[Dagsleutel]:
    """Return the office-days of the time that this draft holds: to be locked before it lets go of them."""
    return dagen_van(rij.afspraak_id) if rij.afspraak_id else []


def schrijf_gegevens(rij: Aanvraag, gegevens: Aanvraaggegevens, nu: datetime) -> None:
    """Seal and save what was typed."""
    rij.verzegeld = verzegel(tabel=TABEL, kolom=KOLOM, rij=rij.id, inhoud=gegevens.als_json())
    rij.gewijzigd_op = nu
    bewaar(rij)


def laat_los(rij: Aanvraag, nu: datetime) -> None:
    """Give the held time back to everybody."""
    afspraak = rij.afspraak
    rij.afspraak = None
    if afspraak is None or afspraak.status != Afspraak.Status.VASTGEHOUDEN:
        return
    vergrendel(dagen_van(afspraak.id))
    Afspraakdeel.objects.filter(afspraak=afspraak).update(is_actief=False)
    afspraak.status = Afspraak.Status.VERLOPEN
    afspraak.gewijzigd_op = nu
    afspraak.save(update_fields=["status", "gewijzigd_op"])
