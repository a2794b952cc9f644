"""Where an SMS goes when there is no account: the terminal of the demo, with the number masked."""

from __future__ import annotations

import sys
from uuid import UUID

from afspraken.rules.telefoonnummer import gemaskeerd


def toon_sms(*, naar: str, tekst: str, bericht_id: UUID) -> str:
    """Print, not log: logs are kept, and this text holds a link."""
    sys.stdout.write(f"[sms naar {gemaskeerd(naar)}] {tekst}\n")
    sys.stdout.flush()
    return f"console-{bericht_id}"


def zoek_sms(*, bericht_id: UUID) -> str | None:
    """A terminal remembers nothing, so the message is shown once more."""
    return None


def toon_email(*, onderwerp: str, tekst: str, bericht_id: UUID) -> str:
    """Print the mail of the demo; the address stays out."""
    sys.stdout.write(f"[e-mail] {onderwerp}\n{tekst}\n")
    sys.stdout.flush()
    return f"console-{bericht_id}"
