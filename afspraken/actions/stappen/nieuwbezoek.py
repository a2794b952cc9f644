"""Write the row of a visit with its parts and its number; only under the lock of the office's queue."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from afspraken.models import Afspraak, Bezoek, Bezoekdeel
from afspraken.rules.aankomst import Belofte
from afspraken.rules.duur import Deel
from locaties.models import Locatie

from .volgnummer import Letter, volgend_nummer

HERKOMST = {"burger": Afspraak.Herkomst.SITE}


def bezoek_op_afspraak(
    afspraak: Afspraak, belofte: Belofte, roepwijze: str, *, nu: datetime, rol: str
) -> Bezoek:
    """Letter A; the parts are those that were booked. Who was promised somebody gets that employee."""
    velden = _van_afspraak(afspraak, roepwijze)
    bezoek = nieuw_bezoek(afspraak.locatie, "A", belofte, nu=nu, rol=rol, afspraak=afspraak, **velden)
    schrijf_delen(bezoek, _delen(afspraak))
    return bezoek


def vernieuw_bezoek(bezoek: Bezoek, afspraak: Afspraak, roepwijze: str) -> None:
    """Let who comes again stand as is agreed now; not saved yet, but the parts are written.

    What was already done or handed over at a counter stays.
    """
    velden = _van_afspraak(afspraak, roepwijze)
    if bezoek.begonnen_op is not None:
        del velden["voor_medewerker_id"]
    else:
        bezoek.delen.all().delete()
        schrijf_delen(bezoek, _delen(afspraak))
    for veld, waarde in velden.items():
        setattr(bezoek, veld, waarde)


def _van_afspraak(afspraak: Afspraak, roepwijze: str) -> dict[str, Any]:
    vast = afspraak.delen.filter(vastgezet=True).order_by()
    beloofd = set(vast.values_list("medewerker_id", flat=True))
    return {
        "taal": afspraak.taal,
        "spreektaal": afspraak.spreektaal,
        "afstemming_id": afspraak.afstemming_id,
        "roepwijze": roepwijze,
        "voor_medewerker_id": beloofd.pop() if len(beloofd) == 1 else None,
    }


def _delen(afspraak: Afspraak) -> list[Deel]:
    delen = afspraak.delen.order_by("volgorde")
    return [Deel(d.product_id, d.persoon, d.leeftijdsgroep, d.minuten) for d in delen]


def nieuw_bezoek(
    locatie: Locatie, letter: Letter, belofte: Belofte, *, nu: datetime, rol: str, **velden: Any
) -> Bezoek:
    """Give the next number of the letter and make the row, waiting."""
    datum = nu.astimezone(locatie.zone).date()
    return Bezoek.objects.create(
        locatie=locatie,
        datum=datum,
        letter=letter,
        nummer=volgend_nummer(locatie.id, datum, letter),
        herkomst=HERKOMST.get(rol, Afspraak.Herkomst.ONTVANGST),
        aangekomen_op=nu,
        vroegste_op=belofte.vroegste,
        uiterste_op=belofte.uiterste,
        wacht_sinds=belofte.wacht_sinds,
        **velden,
    )


def schrijf_delen(bezoek: Bezoek, delen: list[Deel]) -> None:
    """In this order."""
    Bezoekdeel.objects.bulk_create(
        Bezoekdeel(
            bezoek=bezoek, volgorde=i, product_id=deel.product_id, persoon=deel.persoon, minuten=deel.minuten
        )
        for i, deel in enumerate(delen)
    )
