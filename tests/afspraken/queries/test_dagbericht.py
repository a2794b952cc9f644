"""A message of the day is true in few states of a visit, and in the others it is not sent."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from afspraken.models import Bericht, Bezoek
from afspraken.queries.bericht_inhoud import bericht_inhoud
from afspraken.queries.dagbericht import dagbericht
from afspraken.queries.mijn_beurtsms import mijn_beurtsms
from afspraken.rules.berichtsoort import DAGBERICHTEN
from tests.bouwers import Kantoorscene, op
from tests.dagbouwers import een_inloper

pytestmark = pytest.mark.django_db
STATUSSEN = [status.value for status in Bezoek.Status]
KLOPT = {
    ("nummer", "wachtend"),
    ("nummer", "geparkeerd"),
    ("nummer", "opgeroepen"),
    ("aan_de_beurt", "opgeroepen"),
    ("gemist", "niet_verschenen"),
    ("vertraging", "wachtend"),
    ("vertraging", "geparkeerd"),
}


def een_bericht(kantoor: Kantoorscene, soort: str, **gegevens: object) -> Bericht:
    """One that stands ready for somebody who asked for it."""
    bezoek = een_inloper(kantoor, telefoon="06 12345678")
    Bericht.objects.all().delete()
    return Bericht.objects.create(
        bezoek=bezoek,
        soort=soort,
        kanaal="sms",
        gegevens={"minuten": 15, "nieuw_op": op("10:35").isoformat(), **gegevens},
        dedupe=soort,
        versturen_na=op("09:30"),
        nutteloos_na=op("09:30") + timedelta(hours=1),
        aangemaakt_op=op("09:30"),
    )


@pytest.mark.parametrize("status", STATUSSEN)
@pytest.mark.parametrize("soort", sorted(DAGBERICHTEN))
def test_alleen_wat_nog_klopt_wordt_verteld(kantoor: Kantoorscene, soort: str, status: str) -> None:
    bericht = een_bericht(kantoor, soort)
    Bezoek.objects.update(status=status, balie=kantoor.balies[0])
    inhoud = bericht_inhoud(bericht_id=bericht.id, nu=op("09:31"))
    assert (inhoud is not None) == ((soort, status) in KLOPT)


def test_wie_intussen_bij_een_andere_balie_wordt_verwacht_hoort_de_oude_niet(kantoor: Kantoorscene) -> None:
    bericht = een_bericht(kantoor, "aan_de_beurt", balie_id=kantoor.balies[0].pk + 1)
    Bezoek.objects.update(status="opgeroepen", balie=kantoor.balies[0])
    assert bericht_inhoud(bericht_id=bericht.id, nu=op("09:31")) is None
    Bericht.objects.update(gegevens={"balie_id": kantoor.balies[0].pk})
    assert bericht_inhoud(bericht_id=bericht.id, nu=op("09:31")) is not None


def test_de_tijd_is_die_van_het_kantoor_en_het_ticket_staat_erin(kantoor: Kantoorscene) -> None:
    bericht = een_bericht(kantoor, "vertraging")
    inhoud = bericht_inhoud(bericht_id=bericht.id, nu=op("09:31"))
    assert inhoud is not None
    assert (inhoud.naar, inhoud.onderwerp) == ("+31612345678", "")
    assert "15 minuten langer" in inhoud.tekst
    assert "10.35 uur" in inhoud.tekst


def test_een_vast_aantal_statements(
    kantoor: Kantoorscene, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    een_bericht(kantoor, "nummer")
    bericht = Bericht.objects.select_related("bezoek__locatie", "bezoek__balie").get()
    with django_assert_num_queries(1):
        assert dagbericht(bericht, nu=op("09:31")) is not None
    bezoek_id = Bezoek.objects.get().id
    with django_assert_num_queries(3):
        assert mijn_beurtsms(bezoek_id=bezoek_id, link="x").naar == "678"
