"""How a screen is paired: a short code that works once, then a long token that stays in the device."""

from __future__ import annotations

import hmac
import secrets
from datetime import timedelta
from hashlib import sha256

CODE_GELDIG = timedelta(minutes=15)
_BYTES = 16  # 128 bits: guessing one is hopeless


def nieuw_schermtoken() -> str:
    """Return a random token of 22 characters that fits in a cookie."""
    return secrets.token_urlsafe(_BYTES)


def schermtoken_hash(token: str) -> str:
    """What the database keeps: who reads it cannot make the cookie from it."""
    return sha256(token.encode()).hexdigest()


def koppelcode_hash(sleutel: str, code: str) -> str:
    """What the database keeps of the code. Keyed: six characters are few enough to try them all at home."""
    return hmac.new(sleutel.encode(), f"koppelcode|{code}".encode(), sha256).hexdigest()
