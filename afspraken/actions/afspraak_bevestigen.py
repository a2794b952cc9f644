"""Make a provisional appointment sure with the code from the message."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.models import Afspraak
from afspraken.rules.berichtsoort import Berichtsoort
from locaties.actions.stappen.daad import daad
from locaties.rules.weigering import Weigering

from .stappen.afspraak import pak_afspraak
from .stappen.berichten import zet_klaar
from .stappen.gebeurtenis import noteer
from .stappen.toegangscode import DOEL_BEVESTIGEN, toets_toegangscode


class VoorlopigVerlopen(Weigering):
    """The half hour is over."""

    code = "voorlopig_verlopen"
    melding = "U was te laat met de code. De tijd is weer vrij. Maak een nieuwe afspraak, of bel ons."


def afspraak_bevestigen(*, afspraak_id: UUID, contact_id: UUID, code: str, nu: datetime) -> None:
    """Confirm and send what belongs to it; once more does nothing.

    Raises ``CodeOnjuist``, ``CodeVerlopen`` (the try counts), ``VoorlopigVerlopen`` after 30 minutes.
    """
    weigering = _probeer(afspraak_id, contact_id, code, nu)
    if weigering:  # raised outside: the try must stay counted
        raise weigering


@daad
def _probeer(afspraak_id: UUID, contact_id: UUID, code: str, nu: datetime) -> Weigering | None:
    afspraak = pak_afspraak(afspraak_id)
    if afspraak.status == Afspraak.Status.BEVESTIGD:
        return None
    tot = afspraak.vastgehouden_tot
    if afspraak.status != Afspraak.Status.VOORLOPIG or tot is None or tot <= nu:
        raise VoorlopigVerlopen
    weigering = toets_toegangscode(contact_id, DOEL_BEVESTIGEN, code, nu=nu)
    if weigering is None:
        _bevestig(afspraak, nu)
    return weigering


def _bevestig(afspraak: Afspraak, nu: datetime) -> None:
    afspraak.status, afspraak.vastgehouden_tot = Afspraak.Status.BEVESTIGD, None
    afspraak.gewijzigd_op = nu
    afspraak.save()
    zet_klaar(afspraak, Berichtsoort.BEVESTIGING, nu=nu, herinner_in=afspraak.locatie.zone)
    noteer(afspraak.id, "afspraak.bevestigd", nu=nu, rol="burger")
