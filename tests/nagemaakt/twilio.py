"""A stand-in for Twilio that remembers: an HTTP server with messages, faults, and signed callbacks.

Faults are scripted (`volgende`) or hang on the number (`bij_nummer`), each used on POST only, except
`volgende_lijst`. Callbacks leave when the test says so, in the order and number the test says.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import threading
import time
import urllib.error
import urllib.request
from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from typing import Self
from urllib.parse import parse_qs, urlencode, urlsplit

# What the outside world does instead of a plain 201.
STORING = "500"
TE_DRUK = "429"
AANGENOMEN_MAAR_STIL = "aangenomen_maar_stil"
NIET_AANGENOMEN_EN_STIL = "niet_aangenomen_en_stil"
AANGENOMEN_MAAR_502 = "aangenomen_maar_502"
ONLEESBAAR_ANTWOORD = "onleesbaar_antwoord"
ONGELDIG, GEEN_MOBIEL, AFGEMELD, REGIO_DICHT = "21211", "21614", "21610", "21408"

_MELDINGEN = {
    "21211": (400, "The 'To' number is not a valid phone number"),
    "21614": (400, "'To' number is not a valid mobile number"),
    "21610": (400, "Attempt to send to unsubscribed recipient"),
    "21408": (403, "Permission to send an SMS has not been enabled for the region"),
    "20003": (401, "Authenticate"),
    "20429": (429, "Too Many Requests"),
    "20500": (500, "Internal Server Error"),
    "21602": (400, "Message body is required."),
    "21603": (400, "A 'From' phone number is required."),
    "21604": (400, "A 'To' phone number is required."),
}


@dataclass
class Sms:
    """One message as the provider keeps it."""

    sid: str
    naar: str
    van: str
    tekst: str
    status_url: str
    geldig_seconden: int | None
    gemaakt_op: datetime
    status: str = "queued"
    verstuurd_op: datetime | None = None

    def als_json(self, account: str) -> dict[str, object]:
        """As the API shows it."""
        return {
            "sid": self.sid,
            "account_sid": account,
            "api_version": "2010-04-01",
            "body": self.tekst,
            "to": self.naar,
            "from": self.van,
            "status": self.status,
            "direction": "outbound-api",
            "num_segments": "1",
            "num_media": "0",
            "date_created": format_datetime(self.gemaakt_op),
            "date_updated": format_datetime(self.gemaakt_op),
            "date_sent": format_datetime(self.verstuurd_op) if self.verstuurd_op else None,
            "error_code": None,
            "error_message": None,
            "price": None,
            "price_unit": "USD",
            "messaging_service_sid": None,
            "subresource_uris": {},
            "uri": f"/2010-04-01/Accounts/{account}/Messages/{self.sid}.json",
        }


@dataclass
class NagemaakteTwilio:
    """Use as a context manager; `basis_url` is where the client must go."""

    account: str = "AC" + "0" * 32
    token: str = "geheim-van-de-test"
    stil_seconden: float = 1.0
    berichten: list[Sms] = field(default_factory=list)
    volgende: deque[str] = field(default_factory=deque)
    volgende_lijst: deque[str] = field(default_factory=deque)
    bij_nummer: dict[str, str] = field(default_factory=dict)
    bewaart_inhoud: bool = True
    verzoeken: list[tuple[str, str]] = field(default_factory=list)

    def __enter__(self) -> Self:
        self._slot = threading.Lock()
        self._nummers = count(1)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _Afhandelaar)
        self._server.daemon_threads = True
        self._server.twilio = self  # type: ignore[attr-defined]
        threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        ).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def basis_url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def bericht(self, sid: str) -> Sms:
        return next(bericht for bericht in self.berichten if bericht.sid == sid)

    def neem_aan(self, velden: dict[str, str]) -> Sms:
        """Accept a message: from here on it counts as sent."""
        with self._slot:
            geldig = velden.get("ValidityPeriod")
            bericht = Sms(
                sid=f"SM{next(self._nummers):032x}",
                naar=velden["To"],
                van=velden["From"],
                tekst=velden["Body"] if self.bewaart_inhoud else "",
                status_url=velden.get("StatusCallback", ""),
                geldig_seconden=int(geldig) if geldig else None,
                gemaakt_op=datetime.now(UTC).replace(microsecond=0),
            )
            self.berichten.append(bericht)
            return bericht

    def meld_status(
        self, sid: str, *statussen: str, vertraging: float = 0, token: str | None = None
    ) -> list[int]:
        """Call back with these states in this order (repeat one for a duplicate); gives the HTTP answers."""
        time.sleep(vertraging)
        bericht = self.bericht(sid)
        return [self._meld(bericht, status, token or self.token) for status in statussen]

    def stuur_inkomend(self, url: str, *, van: str, naar: str, tekst: str, sid: str = "") -> int:
        """Somebody answers by SMS; the same `sid` again is Twilio's own retry."""
        sid = sid or f"SM{next(self._nummers):032x}"
        velden = {"MessageSid": sid, "SmsSid": sid, "AccountSid": self.account, "From": van, "To": naar}
        return self._post(url, velden | {"Body": tekst, "NumMedia": "0"}, self.token)

    def _meld(self, bericht: Sms, status: str, token: str) -> int:
        bericht.status = status
        if status == "sent":
            bericht.verstuurd_op = datetime.now(UTC).replace(microsecond=0)
        velden = {
            "MessageSid": bericht.sid,
            "SmsSid": bericht.sid,
            "MessageStatus": status,
            "SmsStatus": status,
        }
        velden |= {
            "AccountSid": self.account,
            "From": bericht.van,
            "To": bericht.naar,
            "ApiVersion": "2010-04-01",
        }
        if status in {"failed", "undelivered"}:
            velden["ErrorCode"] = "30005"
        return self._post(bericht.status_url, velden, token)

    def _post(self, url: str, velden: dict[str, str], token: str) -> int:
        verzoek = urllib.request.Request(  # noqa: S310 - the test gives the address
            url.partition("#")[0],
            data=urlencode(velden).encode(),
            headers={"X-Twilio-Signature": handtekening(url.partition("#")[0], velden, token)},
        )
        try:
            with urllib.request.urlopen(verzoek, timeout=15) as antwoord:  # noqa: S310
                return int(antwoord.status)
        except urllib.error.HTTPError as fout:
            return fout.code


def handtekening(url: str, velden: dict[str, str], token: str) -> str:
    """As the provider documents it, written out again so that a fault of the library shows."""
    te_tekenen = url + "".join(naam + velden[naam] for naam in sorted(velden))
    return base64.b64encode(hmac.new(token.encode(), te_tekenen.encode(), hashlib.sha1).digest()).decode()


class _Afhandelaar(BaseHTTPRequestHandler):
    """The two calls we use: create a message, list messages."""

    protocol_version = "HTTP/1.1"

    @property
    def twilio(self) -> NagemaakteTwilio:
        return self.server.twilio  # type: ignore[attr-defined,no-any-return]

    def log_message(self, *_: object) -> None:
        """Quiet."""

    def do_POST(self) -> None:
        inhoud = self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode()
        velden = {naam: waarden[0] for naam, waarden in parse_qs(inhoud, keep_blank_values=True).items()}
        if not self._mag_binnen():
            return
        ontbreekt = {"To": "21604", "From": "21603", "Body": "21602"}
        for veld, code in ontbreekt.items():
            if not velden.get(veld):
                self._weiger(code)
                return
        rij = self.twilio.volgende
        self._doe(rij.popleft() if rij else self.twilio.bij_nummer.get(velden["To"], ""), velden)

    def _doe(self, storing: str, velden: dict[str, str]) -> None:
        if storing in {STORING, TE_DRUK}:
            self._weiger({STORING: "20500", TE_DRUK: "20429"}[storing])
        elif storing in _MELDINGEN:
            self._weiger(storing)
        elif storing == NIET_AANGENOMEN_EN_STIL:
            time.sleep(self.twilio.stil_seconden)
            self.close_connection = True
        else:
            self._aangenomen(storing, self.twilio.neem_aan(velden))

    def _aangenomen(self, storing: str, bericht: Sms) -> None:
        if storing == AANGENOMEN_MAAR_STIL:
            time.sleep(self.twilio.stil_seconden)
            self.close_connection = True
        elif storing == AANGENOMEN_MAAR_502:
            self._antwoord(502, "<html>Bad Gateway</html>", "text/html")
        elif storing == ONLEESBAAR_ANTWOORD:
            self._antwoord(201, "{half een antw", "application/json")
        else:
            self._json(201, bericht.als_json(self.twilio.account))

    def do_GET(self) -> None:
        if not self._mag_binnen():
            return
        if self.twilio.volgende_lijst:
            self._weiger({STORING: "20500", TE_DRUK: "20429"}[self.twilio.volgende_lijst.popleft()])
            return
        vraag = {naam: waarden[0] for naam, waarden in parse_qs(urlsplit(self.path).query).items()}
        gevonden = [bericht for bericht in reversed(self.twilio.berichten) if _past(bericht, vraag)]
        berichten = [bericht.als_json(self.twilio.account) for bericht in gevonden]
        self._json(200, {"messages": berichten, "page": 0, "page_size": 50, "next_page_uri": None})

    def _mag_binnen(self) -> bool:
        pad = urlsplit(self.path).path
        self.twilio.verzoeken.append((self.command, pad))
        verwacht = base64.b64encode(f"{self.twilio.account}:{self.twilio.token}".encode()).decode()
        if self.headers.get("Authorization") != f"Basic {verwacht}":
            self._weiger("20003")
            return False
        if pad != f"/2010-04-01/Accounts/{self.twilio.account}/Messages.json":
            self._json(404, {"code": 20404, "message": "The requested resource was not found", "status": 404})
            return False
        return True

    def _weiger(self, code: str) -> None:
        status, melding = _MELDINGEN[code]
        info = f"https://www.twilio.com/docs/errors/{code}"
        self._json(status, {"code": int(code), "message": melding, "more_info": info, "status": status})

    def _json(self, status: int, inhoud: object) -> None:
        self._antwoord(status, json.dumps(inhoud), "application/json")

    def _antwoord(self, status: int, inhoud: str, soort: str) -> None:
        gecodeerd = inhoud.encode()
        self.send_response(status)
        self.send_header("Content-Type", soort)
        self.send_header("Content-Length", str(len(gecodeerd)))
        self.end_headers()
        self.wfile.write(gecodeerd)


def _past(bericht: Sms, vraag: dict[str, str]) -> bool:
    """Filter as Twilio does: a message that still waits has no date sent, so a date filter hides it."""
    if "To" in vraag and bericht.naar != vraag["To"]:
        return False
    for naam in ("DateSent", "DateSent>", "DateSent<"):
        if naam in vraag and not _past_datum(bericht, naam, vraag[naam]):
            return False
    return True


def _past_datum(bericht: Sms, naam: str, waarde: str) -> bool:
    if bericht.verstuurd_op is None:
        return False
    grens = datetime.fromisoformat(waarde)
    grens = grens if grens.tzinfo else grens.replace(tzinfo=UTC)
    match naam:
        case "DateSent>":
            return bericht.verstuurd_op >= grens
        case "DateSent<":
            return bericht.verstuurd_op <= grens
        case _:
            return bericht.verstuurd_op.date() == grens.date()
