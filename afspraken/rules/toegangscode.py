"""The fresh six-digit code before needs are shown: 10 minutes, 5 tries, once."""

from __future__ import annotations

import hmac
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

CIJFERS = 6
POGINGEN = 5
GELDIG = timedelta(minutes=10)
NIET_OPNIEUW_BINNEN = timedelta(seconds=30)  # a double click sends one
PER_UUR = 3
PER_DAG = 10


def toegangscode_hash(sleutel: str, code_id: UUID, code: str) -> str:
    """What the database keeps; bound to its own row, so equal codes look different."""
    return hmac.new(sleutel.encode(), f"code|{code_id}|{code}".encode(), sha256).hexdigest()


def lees_toegangscode(tekst: str) -> str:
    """Read what was typed or pasted: spaces, dots and dashes do not matter."""
    return "".join(teken for teken in tekst[:100] if teken.isascii() and teken.isdigit())


def mag_sturen(*, laatste_uur: int, laatste_dag: int) -> bool:
    """Whether one more code may go to this contact."""
    return laatste_uur < PER_UUR and laatste_dag < PER_DAG


def is_vers(gebruikt_op: datetime, nu: datetime) -> bool:
    """Whether a code that was used then still opens the page."""
    return timedelta(0) <= nu - gebruikt_op < GELDIG
