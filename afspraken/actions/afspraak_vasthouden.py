"""Hold a time for 20 minutes while somebody fills in the rest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings

from afspraken.models import Afspraak
from afspraken.queries.aanvraag import open_gegevens
from afspraken.queries.vraag import vraag_van
from locaties.actions.stappen.daad import daad

from .stappen.aanvraag import gehouden_dagen, laat_los, pak_aanvraag, schrijf_gegevens
from .stappen.afspraakrij import nieuwe_afspraak
from .stappen.dagslot import vergrendel
from .stappen.grenzen import afzender_van, toets_vastgehouden
from .stappen.plaats import neem_plaats, start_van
from .stappen.rijen import bewaar


@dataclass(frozen=True, slots=True)
class Vastgehouden:
    """The held appointment, and until when (aware UTC)."""

    afspraak_id: UUID
    tot: datetime


@daad
def afspraak_vasthouden(
    *,
    aanvraag_id: UUID,
    locatie: str,
    begin: datetime,
    nu: datetime,
    herkomst: str = "site",
    zonder_aanloop: bool = False,
    afzender_ip: str = "",
) -> Vastgehouden:
    """Hold ``begin`` at ``locatie`` (code); what the draft held before is let go once the new one is sure.

    Raises ``TijdBezet`` (somebody was first), ``TijdNietMogelijk`` (never fitted), ``AanvraagWeg``,
    ``TeVeelVastgehouden`` (site only), ``NietGevonden`` (no such office or product).
    """
    rij = pak_aanvraag(aanvraag_id)
    gegevens = open_gegevens(rij)
    vraag = vraag_van(gegevens)
    start = start_van(locatie, begin)
    vergrendel([start.sleutel, *gehouden_dagen(rij)])
    laat_los(rij, nu)
    rij.afzender = afzender_van(afzender_ip) if herkomst == "site" else ""
    toets_vastgehouden(rij.afzender, nu=nu)
    afspraak = nieuwe_afspraak(start, vraag, nu=nu, herkomst=herkomst, taal=gegevens.taal)
    afspraak.status = Afspraak.Status.VASTGEHOUDEN
    afspraak.vastgehouden_tot = nu + timedelta(minutes=settings.VASTHOUDEN_MINUTEN)
    bewaar(afspraak)
    neem_plaats(afspraak, start, vraag, nu=nu, zonder_aanloop=zonder_aanloop, is_nieuw=True)
    rij.afspraak = afspraak
    schrijf_gegevens(rij, replace(gegevens, locatie=locatie, begin=begin), nu)
    return Vastgehouden(afspraak.id, afspraak.vastgehouden_tot)
