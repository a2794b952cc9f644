"""``manage.py herversleutelen``: seal again, under the first key, what an older key sealed.

Rotation: new key first in AFSPRAKEN_ZEGEL_SLEUTELS, restart, run this until it says 0, drop the old key.
It may run while people are served: a row that changes meanwhile is left alone and comes by the next time.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError
from django.db import models, transaction

from afspraken.models import Aanvraag, Beurtsms, Overdracht, beurtsms, overdracht
from afspraken.queries import aanvraag
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
        for rijen, tabel, kolom in PLEKKEN:
            for portie in _porties(rijen, options["portie"]):
                with transaction.atomic():
                    for rij in portie:
                        try:
                            gedaan += _herverzegel(rijen, tabel, kolom, rij)
                        except ZegelGebroken:
                            gebroken += 1
        self.stdout.write(f"Opnieuw verzegeld: {gedaan}.")
        if gebroken:
            raise CommandError(f"Niet te openen met deze sleutels: {gebroken}. Deze zijn niet veranderd.")


def _porties(rijen: models.Manager[Any], grootte: int) -> Iterator[list[UUID]]:
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
