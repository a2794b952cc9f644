from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from afspraken.rules.berichtsoort import Berichtsoort
from afspraken.rules.herinneringen import heeft_herinnering, herinner_op, nutteloos_na

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@pytest.mark.parametrize(
    ("begin", "verwacht_utc", "waarom"),
    [
        ("2026-03-03 10:20", "2026-03-02 09:20", "an ordinary day"),
        ("2026-10-25 09:00", "2026-10-24 07:00", "the day with 25 hours: 25 hours before, not 24"),
        ("2026-10-26 10:40", "2026-10-25 09:40", "the day after: both winter"),
        ("2026-10-24 10:40", "2026-10-23 08:40", "the day before: both summer"),
        ("2027-03-28 09:00", "2027-03-27 08:00", "the day with 23 hours: 23 hours before"),
        ("2027-03-29 10:40", "2027-03-28 08:40", "the day after: both summer"),
        ("2027-03-29 02:30", "2027-03-28 01:30", "02:30 does not exist on the 28th: 03:30 summer time"),
        ("2027-03-29 02:00", "2027-03-28 01:00", "first minute that does not exist: 03:00 summer time"),
        ("2027-03-29 03:00", "2027-03-28 01:00", "first minute after the gap"),
        ("2026-10-26 02:30", "2026-10-25 00:30", "02:30 comes twice: the first time"),
        ("2027-10-31 09:00", "2027-10-30 07:00", "25 hours again"),
        ("2027-11-01 09:00", "2027-10-31 08:00", "the day after: both winter"),
        ("2027-01-01 09:00", "2026-12-31 08:00", "over the year"),
        ("2028-03-01 09:00", "2028-02-29 08:00", "leap day"),
    ],
)
def test_herinnering_komt_de_vorige_dag_op_dezelfde_kloktijd(begin, verwacht_utc, waarom):
    moment = datetime.fromisoformat(begin).replace(tzinfo=AMSTERDAM)
    verwacht = datetime.fromisoformat(verwacht_utc).replace(tzinfo=UTC)
    assert herinner_op(moment, AMSTERDAM) == verwacht, waarom
    assert herinner_op(moment.astimezone(UTC), AMSTERDAM) == verwacht, waarom


def test_de_tweede_keer_half_drie_krijgt_dezelfde_herinnering_als_de_eerste():
    eerste, tweede = (datetime(2026, 10, 25, 2, 30, tzinfo=AMSTERDAM, fold=fold) for fold in (0, 1))
    assert eerste.astimezone(UTC) != tweede.astimezone(UTC)
    assert herinner_op(eerste, AMSTERDAM) == herinner_op(tweede, AMSTERDAM)


def test_wie_kort_van_tevoren_boekt_krijgt_geen_herinnering():
    begin = datetime(2026, 3, 3, 10, 20, tzinfo=AMSTERDAM)
    assert heeft_herinnering(begin, AMSTERDAM, begin - timedelta(hours=25))
    assert not heeft_herinnering(begin, AMSTERDAM, begin - timedelta(hours=24))
    assert not heeft_herinnering(begin, AMSTERDAM, begin - timedelta(hours=3))


@pytest.mark.parametrize(
    ("soort", "minuten_na_begin"),
    [
        (Berichtsoort.HERINNERING, 0),
        (Berichtsoort.BEVESTIGING, 20),
        (Berichtsoort.GEWIJZIGD, 20),
        (Berichtsoort.GEANNULEERD_DOOR_BURGER, 20),
        (Berichtsoort.GEANNULEERD_DOOR_GEMEENTE, 20),
        (Berichtsoort.CODE, -50),
    ],
)
def test_elke_soort_verliest_zijn_zin_op_een_vast_moment(soort, minuten_na_begin):
    begin = datetime(2026, 3, 3, 10, 20, tzinfo=UTC)
    moment = nutteloos_na(
        soort, begin=begin, einde=begin + timedelta(minutes=20), gemaakt_op=begin - timedelta(hours=1)
    )
    assert moment == begin + timedelta(minutes=minuten_na_begin)
