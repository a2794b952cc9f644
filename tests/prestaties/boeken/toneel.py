"""Offices full of bookings, written in bulk with the overlap guards on: every row is valid.

All employees work from 9 to 17 with half an hour's break at 12:30, each at an own balie, on every day of the
week. A day of one employee has 20 bookings: ten before the break and ten after it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from uuid import UUID, uuid4

from django.db import connection

from afspraken.models import Afspraak, Afspraakdeel
from locaties.models import Balie, Inzet, Locatie, Medewerker, Openingstijd, Pauze, Product
from locaties.rules.tijdvak import CEL_MINUTEN, moment_van
from tests.bouwers import NU, ZONE, een_product

OCHTEND, MIDDAG = (9 * 12, 12 * 12 + 6), (13 * 12, 17 * 12)  # cells of five minutes
PER_DAGDEEL = 10
TEGELIJK = 5_000
_nummers = count(1)

Blok = tuple[int, int]  # first cell, and how many
Dagindeling = Callable[[int], list[Blok]]  # number of the employee -> the bookings of a day


@dataclass(frozen=True)
class Kantoor:
    """One office: employee *i* always serves at balie *i*."""

    locatie: Locatie
    product: Product
    medewerkers: Sequence[Medewerker]
    balies: Sequence[Balie]


def een_groot_kantoor(code: str, *, medewerkers: int, dagen: Sequence[date]) -> Kantoor:
    """Build an office with its shifts on these days."""
    locatie = Locatie.objects.create(
        code=code, naam=code, korte_naam=code[:20], adres="Spui 70", postcode="2511 BT", plaats="Den Haag"
    )
    Openingstijd.objects.bulk_create(
        Openingstijd(locatie=locatie, weekdag=dag, van="09:00", tot="17:00", soort="afspraak")
        for dag in range(7)
    )
    balies = Balie.objects.bulk_create(Balie(locatie=locatie, nummer=i + 1) for i in range(medewerkers))
    wie = Medewerker.objects.bulk_create(
        Medewerker(code=f"{code}-{i}", naam=f"Medewerker {i}") for i in range(medewerkers)
    )
    product = een_product(locatie=locatie)
    product.medewerkers.add(*wie)
    _diensten(locatie, wie, dagen)
    return Kantoor(locatie, product, wie, balies)


def vul(kantoor: Kantoor, dagen: Iterable[date], indeling: Dagindeling) -> int:
    """Book all employees on all of these days; return how many bookings that made."""
    paren = list(_boekingen(kantoor, dagen, indeling))
    for begin in range(0, len(paren), TEGELIJK):
        groep = paren[begin : begin + TEGELIJK]
        Afspraak.objects.bulk_create([afspraak for afspraak, _ in groep])
        Afspraakdeel.objects.bulk_create([deel for _, deel in groep])
    return len(paren)


def gewoon(toeval: random.Random) -> Dagindeling:
    """Bookings of 10, 15 or 20 minutes with free time spread between them."""

    def indeling(_wie: int) -> list[Blok]:
        return [
            blok
            for van, tot in (OCHTEND, MIDDAG)
            for blok in _los(toeval, van, tot, [toeval.randint(2, 4) for _ in range(PER_DAGDEEL)])
        ]

    return indeling


def alleen_ochtend(toeval: random.Random) -> Dagindeling:
    """The same, with the whole afternoon free."""
    hele_dag = gewoon(toeval)
    return lambda wie: [blok for blok in hele_dag(wie) if blok[0] < OCHTEND[1]]


def vol(wie: int) -> list[Blok]:
    """Nothing of 10 minutes fits: five free minutes after each booking, at another moment per employee."""
    blokken = []
    for van, tot in (OCHTEND, MIDDAG):
        eind = van + 3 + wie % 4
        blokken.append((van, eind - van))
        for _ in range(PER_DAGDEEL - 2):
            blokken.append((eind + 1, 3))
            eind += 4
        blokken.append((eind + 1, tot - eind - 1))
    return blokken


def dagen_vanaf(dag: date, aantal: int) -> list[date]:
    """So many dates in a row."""
    return [dag + timedelta(days=i) for i in range(aantal)]


def bijgewerkt() -> None:
    """Let the database count its rows anew, as it does by itself in the hours after so many were written."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _los(toeval: random.Random, van: int, tot: int, lengtes: list[int]) -> Iterator[Blok]:
    """Put these one after the other in [van, tot), what is left at random between them."""
    over = max(0, tot - van - sum(lengtes))
    plekken = sorted(toeval.randint(0, over) for _ in lengtes)
    for plek, lengte in zip(plekken, lengtes, strict=True):
        yield van + plek, lengte
        van += lengte


def _diensten(locatie: Locatie, wie: Sequence[Medewerker], dagen: Sequence[date]) -> None:
    inzetten = Inzet.objects.bulk_create(
        Inzet(
            medewerker=medewerker,
            locatie=locatie,
            datum=dag,
            begin=moment_van(dag, OCHTEND[0], ZONE),
            einde=moment_van(dag, MIDDAG[1], ZONE),
        )
        for dag in dagen
        for medewerker in wie
    )
    pauze = timedelta(minutes=(MIDDAG[0] - OCHTEND[1]) * CEL_MINUTEN)
    tot_pauze = timedelta(minutes=(OCHTEND[1] - OCHTEND[0]) * CEL_MINUTEN)
    Pauze.objects.bulk_create(
        Pauze(inzet=inzet, begin=inzet.begin + tot_pauze, einde=inzet.begin + tot_pauze + pauze)
        for inzet in inzetten
    )


def _boekingen(
    kantoor: Kantoor, dagen: Iterable[date], indeling: Dagindeling
) -> Iterator[tuple[Afspraak, Afspraakdeel]]:
    inzet_van = {
        (wie, dag): pk
        for wie, dag, pk in kantoor.locatie.inzetten.values_list("medewerker_id", "datum", "id")
    }
    for dag in dagen:
        negen_uur = moment_van(dag, OCHTEND[0], ZONE)
        for i, (medewerker, balie) in enumerate(zip(kantoor.medewerkers, kantoor.balies, strict=True)):
            for cel, cellen in indeling(i):
                begin = negen_uur + timedelta(minutes=(cel - OCHTEND[0]) * CEL_MINUTEN)
                afspraak = Afspraak(
                    id=UUID(int=uuid4().int >> 16),  # begins with four zeros, see kopie.py
                    code=f"{next(_nummers):06X}",
                    locatie_id=kantoor.locatie.id,
                    begin=begin,
                    einde=begin + timedelta(minutes=cellen * CEL_MINUTEN),
                    status=Afspraak.Status.BEVESTIGD,
                    herkomst=Afspraak.Herkomst.SITE,
                    aangemaakt_op=NU,
                    gewijzigd_op=NU,
                )
                yield (
                    afspraak,
                    Afspraakdeel(
                        afspraak=afspraak,
                        volgorde=0,
                        product_id=kantoor.product.id,
                        persoon=1,
                        minuten=cellen * CEL_MINUTEN,
                        inzet_id=inzet_van.get((medewerker.id, dag)),
                        medewerker_id=medewerker.id,
                        balie_id=balie.id,
                        locatie_id=kantoor.locatie.id,
                        datum=dag,
                        cel=cel,
                        cellen=cellen,
                        begin=begin,
                        einde=afspraak.einde,
                    ),
                )
