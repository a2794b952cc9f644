"""What makes somebody's second factor (the secret of an app, the seed of recovery codes), sealed in its row.

The library that keeps the row does not tell whose it is, so a seal belongs to the column and not to the row
(docs/besluiten/0021). What an older version kept in the clear is read until ``herversleutelen`` sealed it.
"""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from uuid import UUID

from toegankelijkheid.models.zegel import ZegelGebroken, is_onder_eerste_sleutel, open_zegel, verzegel

TABEL, KOLOM, RIJ = "mfa_authenticator", "data", UUID(int=0)
# The names, in the JSON of that column, under which a secret stands.
GEHEIMEN = frozenset({"secret", "seed"})
# A secret in the clear is base32 or hexadecimal: neither knows a colon.
MERK = "zegel:"


def sluit_geheim(*, geheim: str) -> str:
    """Return the secret as it may stand in the database."""
    zegel = verzegel(tabel=TABEL, kolom=KOLOM, rij=RIJ, inhoud=geheim)
    return MERK + b64encode(zegel).decode()


def open_geheim(*, bewaard: str) -> str:
    """Return the secret. Raises ``ZegelGebroken`` when it is sealed and no key opens it."""
    if not bewaard.startswith(MERK):
        return bewaard
    return str(open_zegel(tabel=TABEL, kolom=KOLOM, rij=RIJ, zegel=_zegel(bewaard)))


def hersluit_geheim(*, bewaard: str) -> str:
    """Return it under the first key; unchanged when it already is."""
    if bewaard.startswith(MERK) and is_onder_eerste_sleutel(_zegel(bewaard)):
        return bewaard
    return sluit_geheim(geheim=open_geheim(bewaard=bewaard))


def _zegel(bewaard: str) -> bytes:
    try:
        return b64decode(bewaard.removeprefix(MERK), validate=True)
    except binascii.Error:
        raise ZegelGebroken(f"this is no seal: {TABEL}.{KOLOM}") from None
