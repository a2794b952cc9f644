"""Keep a held time longer."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings

from afspraken.models import Afspraak
from locaties.actions.stappen.daad import daad
from locaties.rules.weigering import Weigering

from .stappen.aanvraag import pak_aanvraag
from .stappen.dagslot import dagen_van, vergrendel


class NietVastgehouden(Weigering):
    """There is nothing to extend."""

    code = "niet_vastgehouden"
    melding = (
        "Wij houden geen tijd meer voor u vast. Kies opnieuw een tijd. Wat u hebt ingevuld, blijft staan."
    )


class TeVaakVerlengd(Weigering):
    """Extended ten times already."""

    code = "te_vaak_verlengd"
    melding = "Wij kunnen deze tijd niet langer vasthouden. Maak de afspraak af, of bel ons."


@daad
def afspraak_verlengen(*, aanvraag_id: UUID, nu: datetime) -> datetime:
    """Hold for another 20 minutes from now and return until when (aware UTC).

    Raises ``NietVastgehouden`` when it expired, ``TeVaakVerlengd`` after ten times.
    """
    afspraak = pak_aanvraag(aanvraag_id).afspraak
    tot = nu + timedelta(minutes=settings.VASTHOUDEN_MINUTEN)
    if afspraak is None:
        raise NietVastgehouden
    if afspraak.verlengd >= settings.VASTHOUDEN_VERLENGEN_MAX:
        raise TeVaakVerlengd
    vergrendel(dagen_van(afspraak.id))
    gelukt = Afspraak.objects.filter(
        id=afspraak.id, status=Afspraak.Status.VASTGEHOUDEN, vastgehouden_tot__gt=nu
    ).update(vastgehouden_tot=tot, verlengd=afspraak.verlengd + 1, gewijzigd_op=nu)
    if not gelukt:
        raise NietVastgehouden
    return tot
