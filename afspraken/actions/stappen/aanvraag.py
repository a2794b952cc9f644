"""Lock, read and write one draft."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.models import Aanvraag, Afspraak, Afspraakdeel
from afspraken.queries.aanvraag import KOLOM, TABEL
from afspraken.rules.aanvraag import Aanvraaggegevens
from locaties.rules.weigering import Weigering
from toegankelijkheid.models.zegel import verzegel

from .dagslot import vergrendel


class AanvraagWeg(Weigering):
    """The draft was finished or wiped."""

    code = "aanvraag_weg"
    melding = "Uw aanvraag is afgelopen. Begin opnieuw."


def pak_aanvraag(aanvraag_id: UUID) -> Aanvraag:
    """Return the draft, locked until the transaction ends. Raises ``AanvraagWeg``."""
    rij = Aanvraag.objects.select_for_update(no_key=True).filter(id=aanvraag_id).first()
    if rij is None:
        raise AanvraagWeg
    return rij


def schrijf_gegevens(rij: Aanvraag, gegevens: Aanvraaggegevens, nu: datetime) -> None:
    """Seal and save what was typed."""
    rij.verzegeld = verzegel(tabel=TABEL, kolom=KOLOM, rij=rij.id, inhoud=gegevens.als_json())
    rij.gewijzigd_op = nu
    rij.save()


def laat_los(rij: Aanvraag, nu: datetime) -> None:
    """Give the held time back to everybody."""
    afspraak = rij.afspraak
    rij.afspraak = None
    if afspraak is None or afspraak.status != Afspraak.Status.VASTGEHOUDEN:
        return
    delen = Afspraakdeel.objects.filter(afspraak=afspraak)
    vergrendel(delen.values_list("locatie_id", "datum"))
    delen.update(is_actief=False)
    afspraak.status = Afspraak.Status.VERLOPEN
    afspraak.gewijzigd_op = nu
    afspraak.save(update_fields=["status", "gewijzigd_op"])
