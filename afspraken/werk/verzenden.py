"""Hand one message to its channel and say what came of it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.conf import settings

from afspraken.kanalen.agenda_ics import agenda_ics
from afspraken.kanalen.console import toon_email
from afspraken.kanalen.email import verstuur_email
from afspraken.kanalen.fout import KanaalFout
from afspraken.kanalen.sms import verstuur_sms
from afspraken.kanalen.twilio_handtekening import status_url
from afspraken.queries.bericht_inhoud import Agenda, Inhoud
from afspraken.rules.berichtstatus import Uitkomst


def verzend(
    bericht_id: UUID, kanaal: str, inhoud: Inhoud, *, nutteloos_na: datetime, nu: datetime
) -> Uitkomst:
    """Send; outside any transaction. What nobody foresaw may have left, so it counts as uncertain."""
    if not inhoud.naar:
        return Uitkomst("mislukt", fout="geen_adres")
    try:
        provider_id = _verzend(bericht_id, kanaal, inhoud, nutteloos_na=nutteloos_na, nu=nu)
    except KanaalFout as fout:
        return _uitkomst(fout)
    except Exception as fout:  # noqa: BLE001 - whatever it was, the outbox must know
        return Uitkomst("onzeker", fout=type(fout).__name__)
    return Uitkomst("verstuurd", provider_id=provider_id)


def _uitkomst(fout: KanaalFout) -> Uitkomst:
    if fout.is_definitief:
        return Uitkomst("mislukt", fout=fout.code)
    return Uitkomst("onzeker" if fout.is_onzeker else "later", fout=fout.code)


def _verzend(bericht_id: UUID, kanaal: str, inhoud: Inhoud, *, nutteloos_na: datetime, nu: datetime) -> str:
    match kanaal:
        case "sms":
            return verstuur_sms(
                naar=inhoud.naar,
                tekst=inhoud.tekst,
                bericht_id=bericht_id,
                status_url=status_url(),
                geldig_seconden=int((nutteloos_na - nu).total_seconds()),
            )
        case "email":
            return _email(bericht_id, inhoud, nu)
        case "papier":
            return ""  # the text stands in the outbox; the host or the agent prints it
        case _:
            raise KanaalFout("geen_kanaal", is_definitief=True)


def _email(bericht_id: UUID, inhoud: Inhoud, nu: datetime) -> str:
    if settings.DEMO and not settings.EMAIL_HOST:
        return toon_email(onderwerp=inhoud.onderwerp, tekst=inhoud.tekst, bericht_id=bericht_id)
    agenda = inhoud.agenda
    return verstuur_email(
        naar=inhoud.naar,
        onderwerp=inhoud.onderwerp,
        tekst=inhoud.tekst,
        bericht_id=bericht_id,
        agenda=_ics(agenda, nu) if agenda else None,
        agenda_methode=agenda.methode if agenda else "REQUEST",
    )


def _ics(agenda: Agenda, nu: datetime) -> bytes:
    return agenda_ics(
        uid=agenda.uid,
        volgnummer=agenda.volgnummer,
        methode=agenda.methode,
        begin=agenda.begin,
        einde=agenda.einde,
        samenvatting=agenda.samenvatting,
        plaats=agenda.plaats,
        omschrijving=agenda.omschrijving,
        link=agenda.link,
        nu=nu,
        organisator=settings.DEFAULT_FROM_EMAIL.rpartition("<")[2].rstrip(">"),
    )
