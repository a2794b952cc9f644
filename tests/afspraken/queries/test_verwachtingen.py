"""What is told of a wait: by whom it is read, to how many statements, and when nothing is said."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from afspraken.models import Bezoek
from afspraken.queries.verwachtingen import (
    Soortwacht,
    verwachting_van,
    verwachtingen_per_bezoek,
    wachttijd_per_soort,
)
from afspraken.rules.wachttekst import Soort, Wachttekst
from tests.bouwers import Kantoorscene, een_kantoor, op
from tests.dagbouwers import een_bezoeker, een_inloper, een_werkplek, roep
from tests.verwachtingbouwers import een_verwachting, ververst

pytestmark = pytest.mark.django_db
UUR = 3600.0


def zin(wacht: Wachttekst | None, taal: str = "nl", **hoe: Any) -> str:
    with translation.override(taal):
        return render_to_string("delen/wachttekst.html", {"wacht": wacht, **hoe}).strip()


def test_een_telefoon_leest_zijn_venster_in_plaatselijke_tijd(kantoor: Kantoorscene) -> None:
    bezoek = een_inloper(kantoor)
    een_verwachting(bezoek, "09:40", "09:55")
    ververst(kantoor, "09:30")
    with CaptureQueriesContext(
        connection,
    ) as vragen:
        tekst = verwachting_van(bezoek.id, nu=op("09:31"))
    assert tekst == Wachttekst(Soort.TUSSEN, 9 * UUR + 2400, 9 * UUR + 3300, (5, 25))
    assert len(vragen) == 1


def test_wie_geroepen_is_wacht_niet_meer(kantoor: Kantoorscene) -> None:
    bezoek = een_inloper(kantoor)
    een_verwachting(bezoek, "09:40", "09:55")
    ververst(kantoor, "09:31")
    roep(een_werkplek(kantoor), "09:31")
    assert verwachting_van(bezoek.id, nu=op("09:31")) is None


def test_een_oude_verwachting_is_geen_verwachting(kantoor: Kantoorscene) -> None:
    bezoek = een_inloper(kantoor)
    een_verwachting(bezoek, "09:40", "09:55")
    ververst(kantoor, "09:30", nieuw={"B": {"soort": "venster", "p50": 0, "van": 0, "tot": 5}})
    assert wachttijd_per_soort(kantoor.locatie.id, nu=op("09:32"))[0].minuten == (0, 5)
    assert verwachting_van(bezoek.id, nu=op("09:33")) is None
    assert wachttijd_per_soort(kantoor.locatie.id, nu=op("09:33")) == (Soortwacht("B", 1),)


def test_een_afspraak_leest_op_tijd_of_hoeveel_later(kantoor: Kantoorscene) -> None:
    bezoek = een_bezoeker(kantoor, "10:00", "09:50")
    verwachting = een_verwachting(bezoek, "09:55", "10:05")
    ververst(kantoor, "09:50")
    assert zin(verwachting_van(bezoek.id, nu=op("09:51"))) == "Het gaat op tijd."
    verwachting.later, verwachting.verlaat, verwachting.tot = 15, True, op("10:15")
    verwachting.save()
    later = verwachting_van(bezoek.id, nu=op("09:51"))
    assert zin(later) == (
        "Het duurt langer dan wij eerst zeiden."
        " Het wordt ongeveer 15 minuten later. U bent rond 10.15 uur aan de beurt. Sorry."
    )
    assert zin(later, kort=True) == "ongeveer 15 minuten later"


def test_wie_te_laat_was_voor_de_afspraak_leest_een_venster(kantoor: Kantoorscene) -> None:
    bezoek = een_bezoeker(kantoor, "10:00", "09:50")
    Bezoek.objects.filter(id=bezoek.id).update(uiterste_op=op("10:30"))
    een_verwachting(bezoek, "10:10", "10:25")
    ververst(kantoor, "09:50")
    tekst = verwachting_van(bezoek.id, nu=op("09:51"))
    assert tekst is not None
    assert tekst.soort is Soort.TUSSEN


def test_een_lijst_van_het_kantoor_is_een_vraag_en_kent_geen_ander_kantoor(kantoor: Kantoorscene) -> None:
    ander = een_kantoor("segbroek")
    eerste, tweede, elders = een_inloper(kantoor), een_inloper(kantoor), een_inloper(ander)
    for bezoek in (eerste, tweede, elders):
        een_verwachting(bezoek, "09:40", "09:55")
    ververst(kantoor, "09:31"), ververst(ander, "09:31")
    with CaptureQueriesContext(connection) as vragen:
        gezien = verwachtingen_per_bezoek(kantoor.locatie.id, nu=op("09:32"))
    assert gezien.keys() == {eerste.id, tweede.id}
    assert len(vragen) == 1


def test_het_scherm_leest_per_soort_hoeveel_er_wachten_en_hoe_lang_het_duurt(kantoor: Kantoorscene) -> None:
    een_inloper(kantoor), een_inloper(kantoor)
    een_verwachting(een_bezoeker(kantoor, "10:00", "09:50"), "10:10", "10:20", later=20)
    nieuw = {"B": {"soort": "venster", "p50": 700, "van": 10, "tot": 20}, "C": {"soort": "geen_collega"}}
    ververst(kantoor, "09:50", nieuw=nieuw)
    with CaptureQueriesContext(connection) as vragen:
        soorten = wachttijd_per_soort(kantoor.locatie.id, nu=op("09:51"))
    assert soorten == (
        Soortwacht("A", 1, later=20),
        Soortwacht("B", 2, minuten=(10, 20)),
        Soortwacht("C", 0),
    )
    assert len(vragen) == 2


@pytest.mark.parametrize(
    ("wacht", "nederlands", "engels", "kort"),
    [
        (None, "", "", ""),
        (
            Wachttekst(Soort.TUSSEN, 37500, 38400, (5, 20)),
            "Wij verwachten u te roepen tussen 10.25 en 10.40 uur.",
            "We expect to call you between 10:25 and 10:40.",
            "verwacht 10.25 tot 10.40 uur",
        ),
        (
            Wachttekst(Soort.BIJNA),
            "U bent bijna aan de beurt.",
            "It is almost your turn.",
            "bijna aan de beurt",
        ),
        (
            Wachttekst(Soort.MEER_DAN_EEN_UUR, herzien=True),
            "Het duurt langer dan wij eerst zeiden. Het duurt nog meer dan een uur.",
            "It takes longer than we first said. It will take more than an hour.",
            "nog meer dan een uur",
        ),
        (
            Wachttekst(Soort.GEEN_COLLEGA),
            "Er is nu geen collega die u kan helpen. Vraag de medewerker bij de ingang.",
            "There is no colleague who can help you now. Please ask the host at the entrance.",
            "nu geen collega die dit kan",
        ),
        (
            Wachttekst(Soort.NA_SLUITING),
            "Vandaag lukt het waarschijnlijk niet meer. Vraag bij de ingang om een afspraak.",
            "We probably cannot help you today. Please ask for an appointment at the entrance.",
            "lukt vandaag niet meer",
        ),
        (Wachttekst(Soort.OP_TIJD), "Het gaat op tijd.", "We are on time.", "op tijd"),
    ],
)
def test_elke_wacht_is_een_zin(wacht: Wachttekst | None, nederlands: str, engels: str, kort: str) -> None:
    assert zin(wacht) == nederlands
    assert zin(wacht, "en") == engels
    assert zin(wacht, kort=True) == kort
