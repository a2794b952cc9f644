"""One message from claim to outcome: claim, ask when uncertain, write it down, send, finish."""

from __future__ import annotations

import logging
from datetime import timedelta
from random import random
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError

from afspraken.actions.bericht_afronden import bericht_afronden
from afspraken.actions.bericht_claimen import Claim, bericht_claimen
from afspraken.actions.bericht_vastleggen import bericht_vastleggen
from afspraken.kanalen.fout import KanaalFout
from afspraken.kanalen.sms import zoek_verstuurd
from afspraken.queries.bericht_inhoud import bericht_inhoud
from afspraken.rules.berichtstatus import Uitkomst

from .klok import Klok
from .verzenden import verzend

logboek = logging.getLogger(__name__)


def verwerk_bericht(bericht_id: UUID, *, wie: str, klok: Klok) -> bool:
    """Return whether this worker had it; it may die at any moment, and nothing is lost or doubled."""
    lease = timedelta(seconds=settings.WERKER_LEASE_SECONDEN)
    claim = bericht_claimen(bericht_id=bericht_id, wie=wie, nu=klok(), lease=lease)
    if claim is None:
        return False
    uitkomst = _nagevraagd(claim, klok) if claim.is_onzeker else None
    uitkomst = uitkomst or _verstuur(claim, klok, lease)
    if uitkomst is None:
        return True
    bericht_afronden(
        bericht_id=bericht_id,
        wie=wie,
        uitkomst=uitkomst,
        nu=klok(),
        toeval=random(),  # noqa: S311 - spreads attempts, hides nothing
        lease=lease,
    )
    logboek.info("bericht %s: %s %s", bericht_id, uitkomst.status, uitkomst.fout)
    return True


def _nagevraagd(claim: Claim, klok: Klok) -> Uitkomst | None:
    """Ask whether the earlier attempt arrived. None: it did not, so it may be sent (again).

    Nobody can ask a mail server: a second mail carries the same Message-ID.
    """
    is_te_laat = claim.nutteloos_na <= klok()
    if claim.kanaal != "sms" or not claim.naar:
        return Uitkomst("mislukt", fout="onzeker") if is_te_laat else None
    try:
        gevonden = zoek_verstuurd(
            naar=claim.naar,
            sinds=claim.sinds,
            bericht_id=claim.bericht_id,
            tekst=claim.tekst,
            bekend=claim.bekend,
        )
    except KanaalFout as fout:
        return Uitkomst("mislukt" if is_te_laat else "onzeker", fout=fout.code)
    return Uitkomst("verstuurd", provider_id=gevonden) if gevonden else None


def _verstuur(claim: Claim, klok: Klok, lease: timedelta) -> Uitkomst | None:
    """Send what is true now; None when another worker took over."""
    nu = klok()
    if claim.nutteloos_na <= nu:
        return Uitkomst("mislukt" if claim.pogingen else "vervallen", fout="te_laat")
    try:
        inhoud = bericht_inhoud(bericht_id=claim.bericht_id, nu=nu)
    except DatabaseError:
        raise
    except Exception as fout:  # noqa: BLE001 - one message that cannot be written must not stop the rest
        logboek.error("bericht %s: geen tekst (%s)", claim.bericht_id, type(fout).__name__)  # noqa: TRY400
        return Uitkomst("later", fout=f"geen_tekst_{type(fout).__name__}")
    if inhoud is None:
        return Uitkomst("vervallen", fout="achterhaald")
    vast = bericht_vastleggen(
        bericht_id=claim.bericht_id,
        wie=claim.wie,
        naar=inhoud.naar,
        onderwerp=inhoud.onderwerp,
        tekst=inhoud.tekst,
        nu=klok(),
        lease=lease,
    )
    if vast.vol:
        return Uitkomst("vol", fout=vast.vol)
    if not vast.mag:
        return None
    return verzend(claim.bericht_id, claim.kanaal, inhoud, nutteloos_na=claim.nutteloos_na, nu=nu)
