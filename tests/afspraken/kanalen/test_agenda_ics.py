"""Written with one library, read back with another."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import ics
import pytest

from afspraken.kanalen.agenda_ics import agenda_ics

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NU = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def maak(begin=datetime(2026, 3, 3, 10, 20, tzinfo=AMSTERDAM), **anders) -> str:
    basis = {
        "uid": "afspraak-7@denhaag.nl",
        "volgnummer": 0,
        "methode": "REQUEST",
        "begin": begin,
        "einde": begin.astimezone(UTC) + timedelta(minutes=20),
        "samenvatting": "Afspraak Gemeente Den Haag",
        "plaats": "Stadsdeelkantoor Loosduinen, Kleine Keizerstraat 3; Den Haag",
        "omschrijving": "Code: K7M4QX\nNeem mee: oude pas, pasfoto, pinpas en één heel lange regel "
        "die over de vijfenzeventig heen gaat",
        "link": "https://afspraken.denhaag.nl/a/xxxxxxxxxxxxxxxxxxxxxx",
        "nu": NU,
    }
    return agenda_ics(**(basis | anders)).decode()


def lees(tekst: str) -> ics.Event:
    (gebeurtenis,) = ics.Calendar(tekst).events
    return gebeurtenis


@pytest.mark.parametrize(
    ("kloktijd", "utc"),
    [
        ("2026-10-23 10:40", "2026-10-23T08:40"),
        ("2026-10-25 10:40", "2026-10-25T09:40"),
        ("2026-10-26 10:40", "2026-10-26T09:40"),
        ("2027-03-27 10:40", "2027-03-27T09:40"),
        ("2027-03-28 10:40", "2027-03-28T08:40"),
        ("2027-10-30 10:40", "2027-10-30T08:40"),
        ("2027-10-31 10:40", "2027-10-31T09:40"),
    ],
)
def test_de_tijd_klopt_over_beide_klokwisselingen(kloktijd, utc):
    gebeurtenis = lees(maak(datetime.fromisoformat(kloktijd).replace(tzinfo=AMSTERDAM)))
    assert gebeurtenis.begin.datetime == datetime.fromisoformat(f"{utc}:00+00:00")
    assert gebeurtenis.begin.to("Europe/Amsterdam").format("YYYY-MM-DD HH:mm") == kloktijd
    assert gebeurtenis.duration == timedelta(minutes=20)


def test_alles_komt_heel_over():
    gebeurtenis = lees(maak())
    assert gebeurtenis.name == "Afspraak Gemeente Den Haag"
    assert gebeurtenis.location == "Stadsdeelkantoor Loosduinen, Kleine Keizerstraat 3; Den Haag"
    assert gebeurtenis.description.startswith("Code: K7M4QX\nNeem mee: oude pas, pasfoto")
    assert gebeurtenis.description.endswith("vijfenzeventig heen gaat")
    assert gebeurtenis.url == "https://afspraken.denhaag.nl/a/xxxxxxxxxxxxxxxxxxxxxx"


def test_een_wijziging_vervangt_en_een_afzegging_haalt_weg():
    eerste, tweede, weg = maak(), maak(volgnummer=1), maak(volgnummer=2, methode="CANCEL")
    assert lees(eerste).uid == lees(tweede).uid == lees(weg).uid
    assert ["SEQUENCE:0" in eerste, "SEQUENCE:1" in tweede, "SEQUENCE:2" in weg] == [True] * 3
    assert "METHOD:REQUEST\r\n" in tweede
    assert "METHOD:CANCEL\r\n" in weg
    assert (lees(tweede).status, lees(weg).status) == ("CONFIRMED", "CANCELLED")


def test_het_bestand_houdt_zich_aan_de_vorm():
    tekst = maak(organisator="afspraken@denhaag.nl")
    assert "\n" not in tekst.replace("\r\n", "")
    assert all(len(regel.encode()) <= 75 for regel in tekst.split("\r\n"))
    assert "ORGANIZER:mailto:afspraken@denhaag.nl" in tekst
    assert "CLASS:PRIVATE" in tekst
    assert "DTSTAMP:20260301T120000Z" in tekst
