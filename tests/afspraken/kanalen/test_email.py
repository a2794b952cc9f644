"""Against a real SMTP server on this machine, which misbehaves on request."""

from __future__ import annotations

import asyncio
import socket
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any
from uuid import uuid4

import pytest
from aiosmtpd.controller import Controller

from afspraken.kanalen.email import bericht_kenmerk, verstuur_email
from afspraken.kanalen.fout import KanaalFout

ICS = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Afspraak café\r\nEND:VCALENDAR\r\n".encode()


class Postbus:
    """Answers RCPT and DATA as told; `stil` is a server that goes quiet after it has everything."""

    def __init__(self) -> None:
        self.rcpt = "250 OK"
        self.data = "250 OK"
        self.stil = 0.0
        self.gekregen: list[EmailMessage] = []

    async def handle_RCPT(self, _server, _session, envelope, address, _options) -> str:  # noqa: N802
        if self.rcpt.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.rcpt

    async def handle_DATA(self, _server, _session, envelope) -> str:  # noqa: N802
        if self.data.startswith("250"):
            bericht = message_from_bytes(envelope.content, policy=policy.default)
            assert isinstance(bericht, EmailMessage)
            self.gekregen.append(bericht)
        await asyncio.sleep(self.stil)
        return self.data


@pytest.fixture
def postbus(settings):
    bus = Postbus()
    server = Controller(bus, hostname="127.0.0.1", port=_vrije_poort())
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = server.hostname, server.port
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = False
    settings.EMAIL_TIMEOUT = 0.4
    settings.DEFAULT_FROM_EMAIL = "Gemeente Den Haag <afspraken@denhaag.nl>"
    yield bus
    server.stop()


def _vrije_poort() -> int:
    with socket.socket() as sok:
        sok.bind(("127.0.0.1", 0))
        return int(sok.getsockname()[1])


def verstuur(**anders):
    basis: dict[str, Any] = {
        "naar": "iemand@voorbeeld.nl",
        "onderwerp": "Uw afspraak bij Gemeente Den Haag",
        "tekst": "Uw afspraak staat.\nEén café.\n",
        "bericht_id": uuid4(),
    }
    return verstuur_email(**(basis | anders))


def fout_van(**anders) -> KanaalFout:
    with pytest.raises(KanaalFout) as fout:
        verstuur(**anders)
    return fout.value


def test_een_mail_komt_aan_met_ons_eigen_kenmerk(postbus):
    bericht_id = uuid4()
    assert verstuur(bericht_id=bericht_id) == str(bericht_id)
    (mail,) = postbus.gekregen
    assert mail["Message-ID"] == f"<{bericht_id}@denhaag.nl>" == bericht_kenmerk(bericht_id)
    assert (mail["To"], mail["From"]) == ("iemand@voorbeeld.nl", "Gemeente Den Haag <afspraken@denhaag.nl>")
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail.get_content().replace("\r\n", "\n") == "Uw afspraak staat.\nEén café.\n"


@pytest.mark.parametrize("methode", ["REQUEST", "CANCEL"])
def test_de_agenda_gaat_mee_als_iets_dat_een_agenda_begrijpt(postbus, methode):
    verstuur(agenda=ICS, agenda_methode=methode)
    (bijlage,) = postbus.gekregen[0].iter_attachments()
    assert bijlage.get_content_type() == "text/calendar"
    assert bijlage["Content-Type"].params["method"] == methode
    assert bijlage.get_filename() == "afspraak.ics"
    assert bijlage.get_content().encode().replace(b"\r\n", b"\n") == ICS.replace(b"\r\n", b"\n")


@pytest.mark.parametrize("waar", ["rcpt", "data"])
@pytest.mark.parametrize(
    ("antwoord", "is_definitief"),
    [
        ("421 Service not available", False),
        ("450 Mailbox unavailable", False),
        ("451 Greylisted", False),
        ("452 Full", False),
        ("550 No such user", True),
        ("552 Too large", True),
        ("554 Rejected", True),
    ],
)
def test_4xx_mag_opnieuw_en_5xx_nooit(postbus, waar, antwoord, is_definitief):
    setattr(postbus, waar, antwoord)
    fout = fout_van()
    assert (fout.code, fout.is_definitief, fout.is_onzeker) == (f"smtp_{antwoord[:3]}", is_definitief, False)
    assert postbus.gekregen == []


def test_een_server_die_na_ontvangst_zwijgt_is_onzeker_en_opnieuw_is_dezelfde_mail(postbus):
    bericht_id = uuid4()
    postbus.stil = 1.0
    fout = fout_van(bericht_id=bericht_id)
    assert (fout.code, fout.is_definitief, fout.is_onzeker) == ("netwerk", False, True)
    postbus.stil = 0
    verstuur(bericht_id=bericht_id)
    assert len({mail["Message-ID"] for mail in postbus.gekregen}) == 1


def test_een_server_die_niet_opneemt_heeft_zeker_niets_gekregen(postbus, settings):
    settings.EMAIL_PORT = _vrije_poort()
    fout = fout_van()
    assert (fout.code, fout.is_definitief, fout.is_onzeker) == ("netwerk", False, False)


def test_een_server_die_niet_groet_houdt_de_werker_niet_vast(postbus, settings):
    with socket.create_server(("127.0.0.1", 0)) as stom:
        settings.EMAIL_PORT = stom.getsockname()[1]
        fout = fout_van()
    assert (fout.is_definitief, fout.is_onzeker) == (False, False)


def test_een_mislukte_aanmelding_is_onze_fout_en_maakt_geen_bericht_kwijt(postbus, settings):
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "wij", "verkeerd"
    fout = fout_van()
    assert (fout.is_definitief, fout.is_onzeker) == (False, False)


@pytest.mark.parametrize(
    "anders", [{"onderwerp": "Hallo\r\nBcc: ander@voorbeeld.nl"}, {"naar": "a@b.nl\r\nBcc: c@d.nl"}]
)
def test_een_regeleinde_in_kop_of_adres_gaat_nooit_de_deur_uit(postbus, anders):
    assert fout_van(**anders).is_definitief
    assert postbus.gekregen == []
