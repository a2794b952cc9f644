"""The whole deed of "Volgende" in a full hall, and what the screen in it fetches at each change.

Twenty balies of which each can do something else, two hundred people waiting, a hundred appointments to come.
"""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import count, cycle, islice
from statistics import median
from typing import Any

import time_machine
from django.db import connection

from afspraken.actions.bezoek_afronden import bezoek_afronden
from afspraken.actions.bezoek_starten import bezoek_starten
from afspraken.actions.bezoeker_oproepen import Opgeroepen, bezoeker_oproepen
from afspraken.models import Afspraak, Afspraakdeel, Bezoek, Bezoekdeel, Werkplek
from locaties.models import Locatie
from tests.bouwers import DINSDAG, Kantoorscene
from tests.gelijktijdig.balie import NU, OPEN, bouw_hal, maak_bont
from tests.prestaties.boeken.uitvoer import meld, percentiel
from tests.schermbouwers import een_gekoppeld_scherm, met_token

KANTOOR = "hal"
BALIES, WACHTENDEN, KOMEN, KEREN, WARM = 20, 200, 100, 100, 5
_nummers = count(1000)


def meet_alles() -> None:
    """Build the hall, press, and look at the screen."""
    bouw_hal(kantoor=KANTOOR, balies=BALIES, wachtenden=WACHTENDEN, zaad=7)
    maak_bont(kantoor=KANTOOR, zaad=11)
    locatie = Locatie.objects.get(code=KANTOOR)
    _laat_verwachten(locatie)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    plekken = list(Werkplek.objects.filter(locatie=locatie).order_by("balie__nummer"))
    for plek in plekken[:WARM]:
        _druk(plek, locatie)
    tijden = [_druk(plek, locatie) for plek in islice(cycle(plekken), KEREN)]
    echt, cpu, vragen = zip(*tijden, strict=True)
    meld("volgende_ms", median(echt), "ms")
    meld("volgende_p95_ms", percentiel(echt, 0.95), "ms")
    meld("volgende_cpu_ms", median(cpu), "ms")
    meld("volgende_sql", max(vragen), "statements")
    meld("scherm_bytes_per_update", _bytes_van_het_scherm(locatie, plekken), "bytes")


def _druk(plek: Werkplek, locatie: Locatie) -> tuple[float, float, int]:
    """Press once; return milliseconds of the wall and of this process, and statements.

    Who is called is helped, and somebody else comes in, so that as many wait the next time.
    """
    with _telt() as vragen:
        echt, cpu = time.perf_counter(), time.process_time()
        geroepen = bezoeker_oproepen(werkplek_id=plek.pk, nu=NU)
        duur = (time.perf_counter() - echt) * 1000, (time.process_time() - cpu) * 1000
    _rond_af(plek, geroepen)
    _komt_ervoor_in_de_plaats(locatie, geroepen)
    return *duur, vragen[0]


@contextmanager
def _telt() -> Iterator[list[int]]:
    """Count statements without keeping them: that would be measured too."""
    aantal = [0]

    def tel(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        aantal[0] += 1
        return execute(sql, params, many, context)

    with connection.execute_wrapper(tel):
        yield aantal


def _rond_af(plek: Werkplek, geroepen: Opgeroepen) -> None:
    bezoek_starten(werkplek_id=plek.pk, bezoek_id=geroepen.bezoek_id, nu=NU)
    bezoek_afronden(werkplek_id=plek.pk, bezoek_id=geroepen.bezoek_id, uitkomst="geholpen", nu=NU)


def _komt_ervoor_in_de_plaats(locatie: Locatie, geroepen: Opgeroepen) -> None:
    """Somebody who comes for the same, promised to be called within the half hour."""
    product = Bezoekdeel.objects.filter(bezoek_id=geroepen.bezoek_id).values_list("product_id", flat=True)[0]
    bezoek = Bezoek.objects.create(
        locatie=locatie,
        datum=DINSDAG,
        letter="B",
        nummer=next(_nummers),
        herkomst="ontvangst",
        aangekomen_op=OPEN,
        vroegste_op=OPEN,
        uiterste_op=NU + timedelta(minutes=30),
        wacht_sinds=OPEN,
    )
    Bezoekdeel.objects.create(bezoek=bezoek, volgorde=0, product_id=product, minuten=10)


def _laat_verwachten(locatie: Locatie) -> None:
    """Appointments of the next hour, one after the other with each employee at their balie."""
    for nr, plek in enumerate(Werkplek.objects.filter(locatie=locatie).select_related("medewerker")):
        product = plek.medewerker.producten.all()[0]
        for keer in range(KOMEN // BALIES):
            begin = NU + timedelta(minutes=10 * (keer + 1))
            afspraak = Afspraak.objects.create(
                code=f"{nr:03X}{keer:03X}",
                locatie=locatie,
                begin=begin,
                einde=begin + timedelta(minutes=10),
                status=Afspraak.Status.BEVESTIGD,
                herkomst=Afspraak.Herkomst.SITE,
                aangemaakt_op=OPEN,
                gewijzigd_op=OPEN,
            )
            Afspraakdeel.objects.create(
                afspraak=afspraak,
                volgorde=0,
                product=product,
                persoon=1,
                minuten=10,
                medewerker=plek.medewerker,
                balie_id=plek.balie_id,
                locatie=locatie,
                datum=DINSDAG,
                cel=(11 * 60 + 10 * (keer + 1)) // 5,
                cellen=2,
                begin=begin,
                einde=afspraak.einde,
            )


def _bytes_van_het_scherm(locatie: Locatie, plekken: list[Werkplek]) -> int:
    """What goes over the line, compressed as a proxy does, with every balie calling somebody."""
    for plek in plekken:
        bezoeker_oproepen(werkplek_id=plek.pk, nu=NU)
    scene = Kantoorscene(locatie, plekken[0].medewerker.producten.all()[0])
    apparaat = met_token(een_gekoppeld_scherm(scene, nu=NU))
    with time_machine.travel(NU, tick=False):
        antwoord = apparaat.get("/scherm/", headers={"HX-Request": "true", "Host": "localhost"})
    assert antwoord.status_code == 200, antwoord.status_code
    return len(gzip.compress(antwoord.content, 6))
