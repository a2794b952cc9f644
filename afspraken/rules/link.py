"""The link of one contact: derived from a secret key, so that a late message can still carry it."""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64encode
from hashlib import sha256
from uuid import UUID

_BYTES = 16  # 128 bits: guessing one is hopeless


def link_token(sleutel: str, contact_id: UUID, versie: int) -> str:
    """22 characters that fit in a path; another version gives another link."""
    bericht = f"link|{contact_id}|{versie}".encode()
    zegel = hmac.new(sleutel.encode(), bericht, sha256).digest()[:_BYTES]
    return urlsafe_b64encode(zegel).decode().rstrip("=")


def link_hash(token: str) -> str:
    """What the database keeps: who reads it cannot make the link from it."""
    return sha256(token.encode()).hexdigest()
