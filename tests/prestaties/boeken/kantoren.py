"""The month of an office of 20 employees with 400 bookings a day, and of 5 and 50 such offices."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial

from django.db import transaction

from afspraken.models import Afspraakdeel
from afspraken.queries.geheugen import vergeet_alles as koud
from afspraken.queries.vraag import vraag_voor
from afspraken.queries.vrije_tijden import eerste_vrij, vrije_dagen
from afspraken.rules.aanvraag import Gevraagd
from locaties.models import Inzet, Pauze
from tests.bouwers import NU

from .kopie import kopieer
from .toneel import Kantoor, bijgewerkt, dagen_vanaf, een_groot_kantoor, gewoon, vul
from .uitvoer import mediaan_ms, meet, meld

VAN, TOT = NU.date(), NU.date() + timedelta(days=31)
WERKDAGEN = [dag for dag in dagen_vanaf(VAN, 31) if dag.weekday() < 5]


def meet_alles() -> None:
    """Grow the city and ask after each step."""
    stad = [_kantoor(0)]
    vul(stad[0], WERKDAGEN, gewoon(random.Random(1)))
    vraag = vraag_voor((Gevraagd("paspoort"),))
    maand = partial(vrije_dagen, vraag=vraag, locatie="kantoor-0", van=VAN, tot=TOT, nu=NU)
    _meet_naast_ondergrens("", maand, stad)
    for aantal in (5, 50):
        _groei(stad, aantal)
        codes = [kantoor.locatie.code for kantoor in stad]
        eerste = partial(eerste_vrij, vraag=vraag, nu=NU, locaties=codes)
        _meet_naast_ondergrens(f"_{aantal}", eerste, stad)


def _kantoor(nummer: int) -> Kantoor:
    kantoor = een_groot_kantoor(f"kantoor-{nummer}", medewerkers=20, dagen=WERKDAGEN)
    kantoor.locatie.horizon_dagen = (TOT - VAN).days - 1  # the first free moment reads the same days
    kantoor.locatie.save()
    return kantoor


def _groei(stad: list[Kantoor], aantal: int) -> None:
    with transaction.atomic():
        for nummer in range(len(stad), aantal):
            stad.append(_kantoor(nummer))
            kopieer(stad[0], stad[-1], nummer)
    bijgewerkt()


def _meet_naast_ondergrens(achter: str, vraag: Callable[[], object], stad: Sequence[Kantoor]) -> None:
    """Warm, cold, and cold against no more than fetching the rows that it needs."""
    meet(f"vrije_tijden_kantoor{achter}", vraag)
    koude_ms = meet(f"vrije_tijden_kantoor_koud{achter}", vraag, vooraf=koud)
    ondergrens_ms = mediaan_ms(partial(_haal_rijen, [kantoor.locatie.pk for kantoor in stad]))
    meld(f"vrije_tijden_ondergrens{achter}_ms", ondergrens_ms, "ms")
    meld(f"vrije_tijden_x_ondergrens{achter}", koude_ms / ondergrens_ms, "x")


def _haal_rijen(locatie_ids: Sequence[int]) -> None:
    """Who is busy where, who works, and the breaks: three plain statements, nothing done with the answer."""
    waar = {"locatie_id__in": locatie_ids, "datum__gte": VAN, "datum__lt": TOT}
    bezet = Afspraakdeel.objects.filter(is_actief=True, **waar)
    list(bezet.values_list("datum", "medewerker_id", "balie_id", "cel", "cellen"))
    diensten = Inzet.objects.filter(**waar)
    list(diensten.values_list("datum", "id", "medewerker_id", "begin", "einde"))
    list(Pauze.objects.filter(inzet__in=diensten).values_list("inzet_id", "begin", "einde"))
