"""The appointment changed: keep the agreement as long as the new time asks, and date its orders anew."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from locaties.models import Locatie
from locaties.rules.werkdagen import is_werkdag
from toegankelijkheid.models import Afstemming, Bestelling
from toegankelijkheid.rules.bestelling import Besteleis, bestelling_op_tijd, geregeld_voor
from toegankelijkheid.rules.vereisten import Vereisten


def afstemming_verplaatsen(
    *,
    afstemming_id: UUID,
    locatie_id: int,
    afspraakdatum: date,
    wissen_na: datetime,
    nu: datetime,
    zelfde_begin: bool = False,
) -> None:
    """Set the new end of keeping; what was ordered must be asked again for the new moment. Nestable.

    ``zelfde_begin``: same office and same start (only shorter, or longer), so what was ordered still holds.
    """
    with transaction.atomic():
        rij = Afstemming.objects.select_for_update().filter(id=afstemming_id).first()
        if rij is None:
            return
        rij.wissen_na = wissen_na
        rij.save(update_fields=["wissen_na"])
        if not zelfde_begin:
            _bestel_opnieuw(rij, locatie_id, afspraakdatum, nu)


def _bestel_opnieuw(rij: Afstemming, locatie_id: int, datum: date, nu: datetime) -> None:
    tijdzone = Locatie.objects.values_list("tijdzone", flat=True).get(pk=locatie_id)
    vandaag = nu.astimezone(ZoneInfo(tijdzone)).date()
    oud = {bestelling.wat: bestelling for bestelling in rij.bestellingen.all()}
    rij.bestellingen.all().delete()
    Bestelling.objects.bulk_create(
        _nieuw(rij, eis, oud.get(eis.wat), locatie_id, datum, vandaag, nu)
        for eis in Vereisten.uit_json(rij.vereisten).bestellingen
        if bestelling_op_tijd(eis, datum=datum, vandaag=vandaag, is_werkdag=is_werkdag)
    )


def _nieuw(
    rij: Afstemming,
    eis: Besteleis,
    oud: Bestelling | None,
    locatie_id: int,
    datum: date,
    vandaag: date,
    nu: datetime,
) -> Bestelling:
    """Make the order for the new moment; a promise to call does not start again, and is not made twice."""
    voor = geregeld_voor(eis, datum=datum, vandaag=vandaag, is_werkdag=is_werkdag)
    nieuw = Bestelling(
        afstemming=rij,
        locatie_id=locatie_id,
        wat=eis.wat,
        voor_datum=voor,
        eigenaar=oud.eigenaar if oud else "planner",
        gewijzigd_op=nu,
    )
    if oud and eis.binnen_werkdagen is not None:
        nieuw.status, nieuw.voor_datum = oud.status, min(oud.voor_datum, voor)
    return nieuw
