"""The six-character code of an appointment: easy to read aloud, no 0/O, 1/I/L, no vowels (no words)."""

from __future__ import annotations

import secrets

TEKENS = "2346789BCDFGHJKMNPQRTVWXYZ"
LENGTE = 6


def nieuwe_code() -> str:
    """Return a random code; about 3 * 10^8 of them, so the caller only has to try again rarely."""
    return "".join(secrets.choice(TEKENS) for _ in range(LENGTE))


def lees_code(tekst: str) -> str:
    """Read a code as people write it: spaces, dashes and small letters do not matter."""
    return "".join(teken for teken in tekst.upper() if teken.isalnum())
