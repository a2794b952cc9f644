"""Sealing of what nobody may read in the database: AES-256-GCM, bound to its table, column and row.

A seal is: version (1 byte), key id (4), nonce (12), ciphertext with tag. It opens only under a key that is
configured, in the place where it was made; anything else raises, and nothing ever falls back to plain text.
"""

from __future__ import annotations

import functools
import json
import os
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

# Where the choice stands; a seal names its place.
AFSTEMMING, VERZEGELD = "toegankelijkheid_afstemming", "verzegeld"
VERSIE = b"\x01"
ID_LENGTE = 4
NONCE_LENGTE = 12
KOP_LENGTE = len(VERSIE) + ID_LENGTE
SLEUTEL_MINIMUM = 32


class ZegelGebroken(Exception):
    """This seal does not open: unknown key, another place, or tampered with. It holds no content."""


@dataclass(frozen=True, slots=True)
class _Sleutel:
    kop: bytes
    aead: AESGCM


def verzegel(*, tabel: str, kolom: str, rij: UUID, inhoud: object) -> bytes:
    """Seal JSON content for one place, under the first key."""
    sleutel = _sleutels()[0]
    nonce = os.urandom(NONCE_LENGTE)
    tekst = json.dumps(inhoud, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
    plek = _plek(sleutel.kop, tabel, kolom, rij)
    return sleutel.kop + nonce + sleutel.aead.encrypt(nonce, tekst, plek)


def open_zegel(*, tabel: str, kolom: str, rij: UUID, zegel: bytes | memoryview) -> object:
    """Open a seal in the place where it was made, under whichever configured key made it."""
    # Some database drivers hand out a memoryview.
    zegel = bytes(zegel)
    kop, nonce = zegel[:KOP_LENGTE], zegel[KOP_LENGTE : KOP_LENGTE + NONCE_LENGTE]
    sleutel = next((sleutel for sleutel in _sleutels() if sleutel.kop == kop), None)
    if sleutel is None or len(nonce) < NONCE_LENGTE:
        raise ZegelGebroken(f"no key for this seal: {tabel}.{kolom}")
    try:
        tekst = sleutel.aead.decrypt(nonce, zegel[KOP_LENGTE + NONCE_LENGTE :], _plek(kop, tabel, kolom, rij))
    except InvalidTag:
        raise ZegelGebroken(f"seal does not belong here or was changed: {tabel}.{kolom}") from None
    inhoud: object = json.loads(tekst)
    return inhoud


def is_onder_eerste_sleutel(zegel: bytes | memoryview) -> bool:
    """Whether the first key made it, so that it need not be sealed again."""
    return bytes(zegel)[:KOP_LENGTE] == _sleutels()[0].kop


def _plek(kop: bytes, tabel: str, kolom: str, rij: UUID) -> bytes:
    """Associated data: a seal that is moved to another row, column or table does not open there."""
    return kop + f"{tabel}|{kolom}|{rij}".encode()


def _sleutels() -> list[_Sleutel]:
    return [_sleutel(geheim.strip()) for geheim in settings.ZEGEL_SLEUTELS]


@functools.lru_cache(maxsize=16)
def _sleutel(geheim: str) -> _Sleutel:
    if len(geheim) < SLEUTEL_MINIMUM:
        raise ImproperlyConfigured(f"each of ZEGEL_SLEUTELS has at least {SLEUTEL_MINIMUM} characters")
    return _Sleutel(
        kop=VERSIE + _afgeleid(geheim, b"zegel-id", ID_LENGTE),
        aead=AESGCM(_afgeleid(geheim, b"zegel-sleutel", 32)),
    )


def _afgeleid(geheim: str, doel: bytes, lengte: int) -> bytes:
    """Derive key and key id separately, so that the id tells nothing of the key."""
    return HKDF(algorithm=SHA256(), length=lengte, salt=None, info=doel).derive(geheim.encode())
