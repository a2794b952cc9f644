"""Receipts of SMS: checked, taken in, answered at once."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from afspraken.actions.bericht_status_bijwerken import bericht_status_bijwerken
from afspraken.kanalen.twilio_handtekening import is_van_twilio


class Providerverzoek(HttpRequest):
    """A request with the clock."""

    nu: datetime


@csrf_exempt
@require_POST
def provider_sms_status(request: Providerverzoek) -> HttpResponse:
    """Take in the state of one message; a receipt that is not ours is answered the same, and ignored."""
    handtekening = request.headers.get("X-Twilio-Signature", "")
    if not is_van_twilio(pad=request.get_full_path(), velden=request.POST, handtekening=handtekening):
        return HttpResponse(status=403)
    bericht_id, sid = _uuid(request.GET.get("bericht", "")), request.POST.get("MessageSid", "")
    if bericht_id and sid:
        bericht_status_bijwerken(
            bericht_id=bericht_id,
            provider_id=sid,
            gemeld=request.POST.get("MessageStatus", ""),
            foutcode=request.POST.get("ErrorCode", ""),
            nu=request.nu,
        )
    return HttpResponse(status=204)


def _uuid(tekst: str) -> UUID | None:
    try:
        return UUID(tekst)
    except ValueError:
        return None
