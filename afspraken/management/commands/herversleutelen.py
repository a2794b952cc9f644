"""``manage.py herversleutelen``: seal again, under the first key, what an older key sealed.

The secrets of the second factor that an older version kept in the clear get their first seal here.

Rotation: new key first in AFSPRAKEN_ZEGEL_SLEUTELS, restart, run this until it says 0, drop the old key.
It may run while people are served: a row that changes meanwhile is left alone and comes by the next time.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandError
from django.db import models, transaction

from afspraken.models import Aanvraag, Beurtsms, Overdracht, beurtsms, overdracht
from afspraken.queries import aanvraag
from afspraken.queries.tweede_factor import GEHEIMEN, hersluit_geheim
from toegankelijkheid.models import Afstemming
from toegankelijkheid.models.zegel import (
    AFSTEMMING,
    VERZEGELD,
    ZegelGebroken,
    is_onder_eerste_sleutel,
    open_zegel,
    verzegel,
)

# Rows, and the table and column that its seals name.
PLEKKEN: tuple[tuple[models.Manager[Any], str, str], ...] = (
    (Afstemming.objects, AFSTEMMING, VERZEGELD),
    (Aanvraag.objects, aanvraag.TABEL, aanvraag.KOLOM),
    (Beurtsms.objects, beurtsms.TABEL, beurtsms.KOLOM),
    (Overdracht.objects, overdracht.TABEL, overdracht.KOLOM),
)


class Command(BaseCommand):
    """In small transactions; a seal that no key opens is counted and kept as it is."""

    help = "Verzegel alles opnieuw met de eerste sleutel."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask how much at a time."""
        parser.add_argument("--portie", type=int, default=200, help="rijen per transactie")

    def handle(self, *args: Any, **options: Any) -> None:
        """Seal again, tell how much, and fail loudly when something does not open."""
        gedaan, gebroken = 0, 0
        for rijen, herverzegel in _taken():
            for portie in _porties(rijen, options["portie"]):
                with transaction.atomic():
                    for rij in portie:
                        try:
                            gedaan += herverzegel(rij)
                        except ZegelGebroken:
                            gebroken += 1
        self.stdout.write(f"Opnieuw verzegeld: {gedaan}.")
        if gebroken:
            raise CommandError(f"Niet te openen met deze sleutels: {gebroken}. Deze zijn niet veranderd.")


def _taken() -> Iterator[tuple[models.QuerySet[Any], Callable[[Any], int]]]:
    """Yield each kind of row, and what seals one of them again."""
    for rijen, tabel, kolom in PLEKKEN:
        yield rijen.all(), partial(_herverzegel, rijen, tabel, kolom)
    # A passkey is a public key: there is nothing to seal.
    yield Authenticator.objects.exclude(type=Authenticator.Type.WEBAUTHN), _herverzegel_factor


def _porties(rijen: models.QuerySet[Any], grootte: int) -> Iterator[list[Any]]:
    """Walk over the primary keys, so that rows that come and go do not shift the rest."""
    pks = rijen.order_by("pk").values_list("pk", flat=True)
    portie = list(pks[:grootte])
    while portie:
        yield portie
        portie = list(pks.filter(pk__gt=portie[-1])[:grootte])


def _herverzegel(rijen: models.Manager[Any], tabel: str, kolom: str, rij: UUID) -> int:
    """Return 1 when this row was sealed again, 0 when that was not needed or it changed meanwhile."""
    oud = rijen.filter(pk=rij).values_list("verzegeld", flat=True).first()
    if oud is None or is_onder_eerste_sleutel(oud):
        return 0
    inhoud = open_zegel(tabel=tabel, kolom=kolom, rij=rij, zegel=oud)
    nieuw = verzegel(tabel=tabel, kolom=kolom, rij=rij, inhoud=inhoud)
    return rijen.filter(pk=rij, verzegeld=oud).update(verzegeld=nieuw)


def _herverzegel_factor(rij: int) -> int:
    """The same for a second factor; with a lock, for the same column keeps which recovery codes were used."""
    factor = Authenticator.objects.select_for_update().filter(pk=rij).first()
    if factor is None:
        return 0
    nieuw = {naam: hersluit_geheim(bewaard=factor.data[naam]) for naam in GEHEIMEN & factor.data.keys()}
    if nieuw.items() <= factor.data.items():
        return 0
    factor.data |= nieuw
    factor.save(update_fields=["data"])
    return 1
