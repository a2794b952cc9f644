"""Give an appointment a fitting place at the same office and start, after what it requires has changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from afspraken.models import Afspraak
from afspraken.queries.bestaande_vraag import bestaande_vraag
from afspraken.rules.berichtsoort import Berichtsoort
from afspraken.rules.status import TE_WIJZIGEN
from toegankelijkheid.rules.vereisten import Vereisten

from .berichten import laat_vervallen, zet_klaar
from .dagslot import dagen_van, vergrendel
from .plaats import einde_van, neem_plaats, start_van


def herplaats(afspraak: Afspraak, vereisten: Vereisten, *, nu: datetime) -> None:
    """Write new parts and a new end; the caller saves the appointment.

    Raises ``TijdBezet`` or ``TijdNietMogelijk``; then its place is as it was.
    """
    vraag = replace(bestaande_vraag(afspraak), vereisten=vereisten)
    start = start_van(afspraak.locatie.code, afspraak.begin)
    vergrendel([start.sleutel, *dagen_van(afspraak.id)])
    with transaction.atomic():
        neem_plaats(afspraak, start, vraag, nu=nu, zonder_aanloop=True)
    afspraak.einde = einde_van(start, vraag)
    afspraak.knelpunten.filter(opgelost_op__isnull=True).update(opgelost_op=nu, oplossing="herplaatst")


def meld_ander_einde(afspraak: Afspraak, oud_einde: datetime, *, nu: datetime) -> None:
    """Tell it only when the appointment itself became longer or shorter; never why.

    Who has not confirmed yet hears of nothing but the code: the confirmation says how long it is.
    """
    if afspraak.einde == oud_einde or afspraak.status not in TE_WIJZIGEN:
        return
    afspraak.volgnummer += 1
    afspraak.save(update_fields=["volgnummer"])
    laat_vervallen(afspraak)
    zet_klaar(afspraak, Berichtsoort.GEWIJZIGD, nu=nu, herinner_in=afspraak.locatie.zone)
