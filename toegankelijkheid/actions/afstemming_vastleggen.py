"""Keep what was agreed for one appointment: requirements in the open, the choice sealed, consent, orders."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from django.db import transaction

from locaties.models import Contactpersoon, Locatie
from locaties.rules.werkdagen import is_werkdag
from toegankelijkheid.models import Afstemming, Behoefte, Bestelling, Toestemming
from toegankelijkheid.models.zegel import AFSTEMMING, VERZEGELD, verzegel
from toegankelijkheid.queries.behoeften import vereisten_van
from toegankelijkheid.rules.bestelling import Besteleis, bestelling_op_tijd, geregeld_voor
from toegankelijkheid.rules.status import NIET_BESCHIKBAAR

EIGENAAR_ZONDER_CONTACTPERSOON = "planner"


def afstemming_vastleggen(
    *,
    behoeften: Sequence[str],
    eigen_tolk: bool,
    tekstversie: str,
    wijze: Literal["online", "mondeling"],
    locatie_id: int,
    afspraakdatum: date,
    wissen_na: datetime,
    nu: datetime,
    vervangt: UUID | None = None,
) -> UUID:
    """Store the whole or nothing, also inside the transaction of a booking; return its uuid.

    ``vervangt``: what was agreed before for the same moment; it is wiped, and what was ordered stays ordered.
    """
    afstemming_id = uuid4()
    with transaction.atomic():
        vereisten = vereisten_van(codes=behoeften, eigen_tolk=eigen_tolk)
        Afstemming.objects.create(
            id=afstemming_id,
            vereisten=vereisten.als_json(),
            verzegeld=verzegel(
                tabel=AFSTEMMING,
                kolom=VERZEGELD,
                rij=afstemming_id,
                inhoud=_keuze(behoeften, eigen_tolk=eigen_tolk),
            ),
            wissen_na=wissen_na,
            aangemaakt_op=nu,
        )
        Toestemming.objects.create(
            afstemming_id=afstemming_id, tekstversie=tekstversie, wijze=wijze, gegeven_op=nu
        )
        if vervangt:
            _neem_over(vervangt, afstemming_id, vereisten.bestellingen)
        _bestel(vereisten.bestellingen, afstemming_id, locatie_id, afspraakdatum, nu)
    return afstemming_id


def _keuze(behoeften: Sequence[str], *, eigen_tolk: bool) -> dict[str, object]:
    """Codes, texts and handelingen as promised on the day itself; a later catalogue changes nothing."""
    rijen = list(Behoefte.objects.filter(code__in=behoeften).order_by("volgorde", "code"))
    handelingen = [handeling for rij in rijen for handeling in rij.handelingen]
    return {
        "behoeften": [rij.code for rij in rijen],
        "teksten": [rij.tekst for rij in rijen],
        "handelingen": list(dict.fromkeys(handelingen)),
        "eigen_tolk": eigen_tolk,
    }


def _neem_over(oud: UUID, nieuw: UUID, eisen: Sequence[Besteleis]) -> None:
    """What was asked or confirmed and is still wanted stays so; the rest of the old agreement goes."""
    te_houden = Bestelling.objects.filter(afstemming_id=oud, wat__in=[eis.wat for eis in eisen])
    te_houden.exclude(status=NIET_BESCHIKBAAR).update(afstemming_id=nieuw)
    Afstemming.objects.filter(pk=oud).delete()


def _bestel(
    eisen: Sequence[Besteleis], afstemming_id: UUID, locatie_id: int, datum: date, nu: datetime
) -> None:
    """Put on the list what can still be in time; what cannot has its replacement at the balie."""
    besteld = set(Bestelling.objects.filter(afstemming_id=afstemming_id).values_list("wat", flat=True))
    eisen = [eis for eis in eisen if eis.wat not in besteld]
    if not eisen:
        return
    tijdzone = Locatie.objects.values_list("tijdzone", flat=True).get(pk=locatie_id)
    vandaag = nu.astimezone(ZoneInfo(tijdzone)).date()
    eigenaar = _eigenaar(locatie_id, vandaag)
    Bestelling.objects.bulk_create(
        Bestelling(
            afstemming_id=afstemming_id,
            locatie_id=locatie_id,
            wat=eis.wat,
            voor_datum=geregeld_voor(eis, datum=datum, vandaag=vandaag, is_werkdag=is_werkdag),
            eigenaar=eigenaar,
            gewijzigd_op=nu,
        )
        for eis in eisen
        if bestelling_op_tijd(eis, datum=datum, vandaag=vandaag, is_werkdag=is_werkdag)
    )


def _eigenaar(locatie_id: int, vandaag: date) -> str:
    """Who is the first contact of the office today; every order has somebody who answers for it."""
    namen = Contactpersoon.objects.filter(
        locatie_id=locatie_id, specialisme="", van__lte=vandaag, tot_en_met__gte=vandaag
    ).values_list("medewerker__naam", flat=True)
    return namen.first() or EIGENAAR_ZONDER_CONTACTPERSOON
