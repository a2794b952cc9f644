"""How long it takes to show the free days of a month and the free times of a day."""

from __future__ import annotations

import random
from datetime import timedelta
from functools import partial

from django.db import transaction

from afspraken.queries.geheugen import vergeet_alles as koud
from afspraken.queries.vraag import vraag_voor
from afspraken.queries.vrije_tijden import vrije_dagen, vrije_tijden
from afspraken.rules.aanvraag import Gevraagd
from tests.bouwers import NU, een_behoefte, een_bekwaamheid, een_voorziening
from toegankelijkheid.queries.behoeften import vereisten_van

from .toneel import Kantoor, bijgewerkt, dagen_vanaf, een_groot_kantoor, gewoon, vol, vul
from .uitvoer import meet

VANDAAG = NU.date()
TOT = VANDAAG + timedelta(days=31)
DAG = VANDAAG + timedelta(days=8)
OUDE_DAGEN = 1_000  # of 5 employees with 20 bookings a day: 100,000 rows


def meet_alles() -> None:
    """First the ordinary office, then the same with old rows, then the big offices of a city."""
    dagen = dagen_vanaf(VANDAAG, 40)
    kantoor = een_groot_kantoor("gewoon", medewerkers=5, dagen=dagen)
    vul(kantoor, dagen, gewoon(random.Random(1)))
    dicht = een_groot_kantoor("vol", medewerkers=5, dagen=dagen)
    vul(dicht, dagen, vol)
    _wie_kan_helpen(kantoor)
    _kantoor("")
    oude_dagen = dagen_vanaf(VANDAAG - timedelta(days=OUDE_DAGEN), OUDE_DAGEN)
    with transaction.atomic():
        vul(kantoor, oude_dagen, gewoon(random.Random(2)))
    bijgewerkt()
    _kantoor("_oud")


def _wie_kan_helpen(kantoor: Kantoor) -> None:
    """Two of five employees hold the specialism, two of five balies the provision; both are needed."""
    een_behoefte("rolstoel", balie=[een_voorziening("rolstoelbalie", *kantoor.balies[:2])], extra=5)
    een_behoefte("gebaren", specialisme="gebarentaal", extra=10)
    for medewerker in kantoor.medewerkers[1:3]:
        een_bekwaamheid(medewerker, "gebarentaal")


def _kantoor(achter: str) -> None:
    """5 employees with 20 bookings on each of 40 days, one person for one product of ten minutes."""
    vraag = vraag_voor((Gevraagd("paspoort"),))
    hulp = vraag_voor((Gevraagd("paspoort"),), vereisten_van(codes=("rolstoel", "gebaren")))
    maand = partial(vrije_dagen, van=VANDAAG, tot=TOT, nu=NU)
    dag = partial(vrije_tijden, datum=DAG, nu=NU)
    gewone_maand = partial(maand, vraag=vraag, locatie="gewoon")
    gewone_dag = partial(dag, vraag=vraag, locatie="gewoon")
    meet(f"vrije_tijden_maand{achter}", gewone_maand)
    meet(f"vrije_tijden_maand_koud{achter}", gewone_maand, vooraf=koud)
    meet(f"vrije_tijden_maand_vol{achter}", partial(maand, vraag=vraag, locatie="vol"))
    meet(f"vrije_tijden_maand_vol_koud{achter}", partial(maand, vraag=vraag, locatie="vol"), vooraf=koud)
    meet(f"vrije_tijden_maand_behoefte{achter}", partial(maand, vraag=hulp, locatie="gewoon"))
    meet(f"vrije_tijden_dag{achter}", gewone_dag)
    meet(f"vrije_tijden_dag_koud{achter}", gewone_dag, vooraf=koud)
    meet(f"vrije_tijden_dag_vol_koud{achter}", partial(dag, vraag=vraag, locatie="vol"), vooraf=koud)
    meet(f"vrije_tijden_dag_behoefte_koud{achter}", partial(dag, vraag=hulp, locatie="gewoon"), vooraf=koud)
