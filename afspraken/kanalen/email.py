"""Send an e-mail through the configured server, with the calendar file where there is one."""

from __future__ import annotations

import smtplib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.mime.text import MIMEText
from email.utils import parseaddr
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from afspraken.kanalen.fout import KanaalFout

_DEFINITIEF_VANAF = 500


def verstuur_email(
    *,
    naar: str,
    onderwerp: str,
    tekst: str,
    bericht_id: UUID,
    agenda: bytes | None = None,
    agenda_methode: str = "REQUEST",
) -> str:
    """Hand the mail over and give our own id back.

    The Message-ID is made of the outbox id: nobody can ask a mail server what it sent, so a second
    attempt after an unknown outcome carries the same id and mailboxes show it once.
    """
    bericht = EmailMessage(
        subject=onderwerp,
        body=tekst,
        to=[naar],
        headers={"Message-ID": bericht_kenmerk(bericht_id), "Auto-Submitted": "auto-generated"},
    )
    if agenda is not None:
        bericht.attach(_agenda_bijlage(agenda, agenda_methode))
    _verstuur(bericht)
    return str(bericht_id)


def bericht_kenmerk(bericht_id: UUID) -> str:
    """The Message-ID of an outbox row: always the same one."""
    domein = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return f"<{bericht_id}@{domein}>"


def _agenda_bijlage(agenda: bytes, methode: str) -> MIMEText:
    bijlage = MIMEText(agenda.decode(), "calendar", "utf-8")
    bijlage.set_param("method", methode)  # without it, a calendar shows a file and no button
    bijlage.add_header("Content-Disposition", "attachment", filename="afspraak.ics")
    return bijlage


def _verstuur(bericht: EmailMessage) -> None:
    verbinding = get_connection(timeout=settings.EMAIL_TIMEOUT)
    try:
        with _fouten_bij_verbinden():
            verbinding.open()
        with _fouten_bij_versturen():
            verbinding.send_messages([bericht])
    finally:
        with suppress(smtplib.SMTPException, OSError):  # the mail is gone; a rude goodbye changes nothing
            verbinding.close()


@contextmanager
def _fouten_bij_verbinden() -> Iterator[None]:
    """No mail has been offered yet: whatever is wrong, it is not this message."""
    try:
        yield
    except smtplib.SMTPResponseException as fout:
        raise KanaalFout(f"smtp_{fout.smtp_code}") from None
    except (smtplib.SMTPException, OSError):
        raise KanaalFout("netwerk") from None


@contextmanager
def _fouten_bij_versturen() -> Iterator[None]:
    try:
        yield
    except smtplib.SMTPRecipientsRefused as fout:
        raise _geweigerd(max(antwoord[0] for antwoord in fout.recipients.values())) from None
    except smtplib.SMTPDataError as fout:
        raise _geweigerd(fout.smtp_code) from None
    except smtplib.SMTPResponseException as fout:
        # Our own sender address refused: our configuration, so no message is given up for it.
        raise KanaalFout(f"smtp_{fout.smtp_code}") from None
    except (smtplib.SMTPNotSupportedError, ValueError):
        raise KanaalFout("adres_of_onderwerp_ongeldig", is_definitief=True) from None
    except (smtplib.SMTPException, OSError):
        raise KanaalFout("netwerk", is_onzeker=True) from None


def _geweigerd(code: int) -> KanaalFout:
    return KanaalFout(f"smtp_{code}", is_definitief=code >= _DEFINITIEF_VANAF)
