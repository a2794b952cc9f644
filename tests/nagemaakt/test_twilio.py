"""The stand-in must be as strict as the real thing, or what passes against it proves nothing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest
from twilio.request_validator import RequestValidator

from tests.nagemaakt.twilio import NagemaakteTwilio


class Ontvanger(BaseHTTPRequestHandler):
    """Our side of the callbacks: judges with the official validator."""

    def log_message(self, *_: object) -> None:
        """Quiet."""

    def do_POST(self) -> None:
        inhoud = self.rfile.read(int(self.headers["Content-Length"])).decode()
        velden = {naam: waarden[0] for naam, waarden in parse_qs(inhoud).items()}
        url = f"http://{self.headers['Host']}{self.path}"
        goed = RequestValidator("geheim").validate(url, velden, self.headers["X-Twilio-Signature"])
        if goed:
            self.server.gekregen.append(velden)  # type: ignore[attr-defined]
        self.send_response(204 if goed else 403)
        self.end_headers()


@pytest.fixture
def ontvanger() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Ontvanger)
    server.gekregen = []  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def twilio() -> Iterator[NagemaakteTwilio]:
    with NagemaakteTwilio(token="geheim") as nagemaakt:
        yield nagemaakt


def neem_aan(twilio: NagemaakteTwilio, ontvanger: ThreadingHTTPServer) -> str:
    url = f"http://127.0.0.1:{ontvanger.server_address[1]}/status?bericht=7#rc=2"
    return twilio.neem_aan(
        {"To": "+31612345678", "From": "DenHaag", "Body": "hoi", "StatusCallback": url}
    ).sid


def test_statussen_komen_getekend_in_de_gevraagde_volgorde_ook_dubbel(twilio, ontvanger):
    sid = neem_aan(twilio, ontvanger)
    assert twilio.meld_status(sid, "delivered", "sent", "sent") == [204, 204, 204]
    assert [velden["MessageStatus"] for velden in ontvanger.gekregen] == ["delivered", "sent", "sent"]
    assert twilio.bericht(sid).verstuurd_op is not None


def test_een_niet_afgeleverd_bericht_heeft_een_foutcode(twilio, ontvanger):
    twilio.meld_status(neem_aan(twilio, ontvanger), "undelivered")
    assert ontvanger.gekregen[0]["ErrorCode"] == "30005"


def test_een_valse_handtekening_wordt_door_de_ontvanger_geweigerd(twilio, ontvanger):
    assert twilio.meld_status(neem_aan(twilio, ontvanger), "sent", token="vals") == [403]
    assert ontvanger.gekregen == []


def test_een_inkomende_sms_kan_twee_keer_met_hetzelfde_nummer_komen(twilio, ontvanger):
    url = f"http://127.0.0.1:{ontvanger.server_address[1]}/in"
    for _ in range(2):
        assert (
            twilio.stuur_inkomend(url, van="+31612345678", naar="+3197000000", tekst="ANNULEER", sid="SM1")
            == 204
        )
    assert [velden["MessageSid"] for velden in ontvanger.gekregen] == ["SM1", "SM1"]
    assert ontvanger.gekregen[0]["Body"] == "ANNULEER"
