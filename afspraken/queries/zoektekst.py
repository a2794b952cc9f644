"""What somebody typed in a search box, sealed: it may be a name, and the session is no place for one."""

from __future__ import annotations

from base64 import b64decode, b64encode
from uuid import UUID

from toegankelijkheid.models.zegel import ZegelGebroken, open_zegel, verzegel

TABEL, KOLOM = "django_session", "gezocht"


def sluit_zoektekst(*, zoek_id: UUID, tekst: str) -> str:
    """Return the sealed text, for this search only."""
    return b64encode(verzegel(tabel=TABEL, kolom=KOLOM, rij=zoek_id, inhoud=tekst)).decode()


def open_zoektekst(*, zoek_id: UUID, gesloten: str) -> str:
    """Return the text; "" when the key is no longer there."""
    try:
        return str(open_zegel(tabel=TABEL, kolom=KOLOM, rij=zoek_id, zegel=b64decode(gesloten)))
    except ZegelGebroken:
        return ""
