"""The lock of an office's queue. Taken first by every deed of the day; live screens hear its version."""

from __future__ import annotations

from django.db import connection, transaction
from django.db.models import F

from afspraken.models import Wachtrijversie

KANAAL = "afspraken_wachtrij"
VERHOOG_EN_MELD = (
    "UPDATE afspraken_wachtrijversie SET versie = versie + 1 WHERE locatie_id = %s"
    " RETURNING versie, pg_notify(%s, locatie_id || ':' || versie)"
)


def vergrendel_wachtrij(locatie_id: int) -> int:
    """Lock the queue of an office until the transaction (required) ends; return its new version.

    On PostgreSQL who listens hears "office:version" when, and only when, the transaction is kept. On SQLite
    whoever listens sees that the file has changed.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("vergrendel_wachtrij needs a transaction")
    verhoog = _verhoog_en_meld if connection.vendor == "postgresql" else _verhoog
    while (versie := verhoog(locatie_id)) is None:
        Wachtrijversie.objects.get_or_create(locatie_id=locatie_id)
    return versie


def _verhoog_en_meld(locatie_id: int) -> int | None:
    with connection.cursor() as cursor:
        cursor.execute(VERHOOG_EN_MELD, [locatie_id, KANAAL])
        rij = cursor.fetchone()
    return rij[0] if rij else None


def _verhoog(locatie_id: int) -> int | None:
    """Not every SQLite that Django runs on can return what it updates."""
    rij = Wachtrijversie.objects.filter(locatie_id=locatie_id)
    return rij.values_list("versie", flat=True).get() if rij.update(versie=F("versie") + 1) else None
