"""Send an SMS, and find out afterwards whether it was sent; without an account it goes to the console."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from requests.exceptions import ConnectionError as GeenVerbinding
from requests.exceptions import ConnectTimeout, RequestException
from twilio.base.exceptions import TwilioException, TwilioRestException, TwilioServiceException
from urllib3.exceptions import MaxRetryError, NewConnectionError

from afspraken.kanalen import console
from afspraken.kanalen.fout import KanaalFout
from afspraken.kanalen.twilio_client import WACHT_SECONDEN, heeft_twilio, maak_client

# Invalid number, not a mobile, opted out, region not allowed. What is not here is tried again and alarms.
DEFINITIEVE_CODES = frozenset({21211, 21614, 21610, 21408})
LANGST_GELDIG_SECONDEN = 36_000
_KLOKVERSCHIL = timedelta(seconds=30)
_HOOGSTENS_TERUGKIJKEN = 200
_SERVERFOUT = 500


def verstuur_sms(
    *,
    naar: str,
    tekst: str,
    bericht_id: UUID,
    status_url: str = "",
    geldig_seconden: int = LANGST_GELDIG_SECONDEN,
    wacht_seconden: float = WACHT_SECONDEN,
) -> str:
    """Hand the text over and give the provider's id.

    `geldig_seconden` is how long the provider may keep trying before the message has lost its sense.
    The receipts come to `status_url` with our own id in the query (`?bericht=`).
    """
    if not heeft_twilio():
        return console.toon_sms(naar=naar, tekst=tekst, bericht_id=bericht_id)
    client = maak_client(wacht_seconden=wacht_seconden)
    extra = {"status_callback": f"{status_url}?{urlencode({'bericht': bericht_id})}"} if status_url else {}
    with _vertaalde_fouten(versturen=True):
        bericht = client.messages.create(
            to=naar,
            from_=settings.TWILIO_AFZENDER,
            body=tekst,
            validity_period=min(max(geldig_seconden, 1), LANGST_GELDIG_SECONDEN),
            **extra,
        )
    if not bericht.sid:
        raise KanaalFout("geen_id", is_onzeker=True)
    return str(bericht.sid)


def zoek_verstuurd(
    *,
    naar: str,
    sinds: datetime,
    bericht_id: UUID,
    tekst: str,
    bekend: Collection[str] = (),
    wacht_seconden: float = WACHT_SECONDEN,
) -> str | None:
    """The provider's id of this message if the provider has it, else None.

    `bekend` are ids that already belong to other messages. Filtering on the date sent is left to us:
    a message that still waits at the provider has none.
    """
    if not heeft_twilio():
        return console.zoek_sms(bericht_id=bericht_id)
    client = maak_client(wacht_seconden=wacht_seconden)
    with _vertaalde_fouten(versturen=False):
        gevonden = client.messages.list(to=naar, limit=_HOOGSTENS_TERUGKIJKEN)
    vanaf = sinds.astimezone(UTC) - _KLOKVERSCHIL
    for bericht in gevonden:
        is_van_nu = bericht.date_created is None or bericht.date_created >= vanaf
        # An account that discards content gives an empty body back.
        if is_van_nu and bericht.sid and bericht.sid not in bekend and bericht.body in {tekst, "", None}:
            return str(bericht.sid)
    return None


@contextmanager
def _vertaalde_fouten(*, versturen: bool) -> Iterator[None]:
    """Turn what Twilio and the network say into our own error; asking never makes a message uncertain."""
    try:
        yield
    except (TwilioRestException, TwilioServiceException) as fout:
        status, code = int(fout.status), int(fout.code or fout.status)
        raise KanaalFout(
            str(code),
            is_definitief=versturen and code in DEFINITIEVE_CODES,
            # A gateway may say 502 about a message that did get through. 2xx: it did, but was unreadable.
            is_onzeker=versturen and not (300 <= status < _SERVERFOUT),
        ) from None
    except RequestException as fout:
        raise KanaalFout("netwerk", is_onzeker=versturen and not _kwam_nooit_aan(fout)) from None
    except (TwilioException, ValueError):
        raise KanaalFout("onbegrepen_antwoord", is_onzeker=versturen) from None


def _kwam_nooit_aan(fout: RequestException) -> bool:
    """Whether not even a connection came about, so that nothing can have been sent."""
    if isinstance(fout, ConnectTimeout):
        return True
    oorzaak = fout.args[0] if isinstance(fout, GeenVerbinding) and fout.args else None
    return isinstance(oorzaak, MaxRetryError) and isinstance(oorzaak.reason, NewConnectionError)
