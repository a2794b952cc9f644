"""End an attempt at a message."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings

from afspraken.models import Bericht
from afspraken.rules.berichtsoort import DAGBERICHTEN, Berichtsoort
from afspraken.rules.raadsman import RAADSMAN

from .gebeurtenis import noteer, noteer_bezoek

ONAF = (Bericht.Status.BEZIG, Bericht.Status.ONZEKER)


def sluit_af(bericht: Bericht, status: str, *, nu: datetime, provider_id: str = "", fout: str = "") -> None:
    """Write an end state, let the lease go; a failure is written down where staff look."""
    bericht.status = status
    bericht.provider_id = provider_id or bericht.provider_id
    bericht.fout = fout[:60]
    bericht.lease_tot, bericht.lease_van = None, ""
    if status in {Bericht.Status.VERSTUURD, Bericht.Status.AFGELEVERD}:
        bericht.verstuurd_op = bericht.verstuurd_op or nu
    if bericht.soort == Berichtsoort.CODE:
        _vergeet_code(bericht)
    if bericht.soort == RAADSMAN:
        bericht.adres = ""  # it was given for this one message
    bericht.save()
    if status in {Bericht.Status.MISLUKT, Bericht.Status.VERVALLEN}:
        _noteer(bericht, nu)


def _noteer(bericht: Bericht, nu: datetime) -> None:
    """Write what was not sent; not of a code, which is asked for to look at needs (the row itself tells).

    In the hall a message that is not needed any more is nothing special.
    """
    if bericht.soort in DAGBERICHTEN:
        if bericht.bezoek and bericht.status == Bericht.Status.MISLUKT:
            noteer_bezoek(bericht.bezoek, "bericht.mislukt", nu=nu, rol="werker", reden=bericht.fout)
        return
    if bericht.afspraak_id is None or bericht.soort == Berichtsoort.CODE:
        return
    noteer(
        bericht.afspraak_id,
        f"bericht.{bericht.status}",
        nu=nu,
        rol="werker",
        reden=bericht.fout,
        berichtsoort=bericht.soort,
        kanaal=bericht.kanaal,
    )


def _vergeet_code(bericht: Bericht) -> None:
    """A code that left is nobody's any more; the demo shows it until it expires."""
    bericht.gegevens = {}
    if not settings.DEMO:
        bericht.tekst = ""
