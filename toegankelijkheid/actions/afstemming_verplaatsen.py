"""The appointment moved: keep the agreement as long as the new time asks, and date its orders anew."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from locaties.models import Locatie
from locaties.rules.werkdagen import is_werkdag
from toegankelijkheid.models import Afstemming, Bestelling
from toegankelijkheid.rules.bestelling import bestelling_op_tijd, geregeld_voor
from toegankelijkheid.rules.vereisten import Vereisten


def afstemming_verplaatsen(
    *, afstemming_id: UUID, locatie_id: int, afspraakdatum: date, wissen_na: datetime, nu: datetime
) -> None:
    """Set the new end of keeping; what was ordered must be asked again for the new day. Nestable."""
    with transaction.atomic():
        rij = Afstemming.objects.select_for_update().filter(id=afstemming_id).first()
        if rij is None:
            return
        rij.wissen_na = wissen_na
        rij.save(update_fields=["wissen_na"])
        tijdzone = Locatie.objects.values_list("tijdzone", flat=True).get(pk=locatie_id)
        vandaag = nu.astimezone(ZoneInfo(tijdzone)).date()
        eigenaren = dict(rij.bestellingen.values_list("wat", "eigenaar"))
        rij.bestellingen.all().delete()
        Bestelling.objects.bulk_create(
            Bestelling(
                afstemming=rij,
                locatie_id=locatie_id,
                wat=eis.wat,
                voor_datum=geregeld_voor(eis, datum=afspraakdatum, vandaag=vandaag, is_werkdag=is_werkdag),
                eigenaar=eigenaren.get(eis.wat, "planner"),
                gewijzigd_op=nu,
            )
            for eis in Vereisten.uit_json(rij.vereisten).bestellingen
            if bestelling_op_tijd(eis, datum=afspraakdatum, vandaag=vandaag, is_werkdag=is_werkdag)
        )
