"""Wall time and the grid of five minutes, over both clock changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locaties.rules.tijdvak import (
    CELLEN_PER_DAG,
    Tijdvak,
    cel_na,
    cel_van,
    cellen_nodig,
    cellen_van,
    masker,
    moment_van,
    wisselcellen,
)

ZONE = ZoneInfo("Europe/Amsterdam")
NAAR_WINTER, NAAR_ZOMER = date(2026, 10, 25), date(2027, 3, 28)
DAGEN = st.sampled_from([NAAR_WINTER, NAAR_ZOMER]) | st.dates(date(2026, 1, 1), date(2030, 12, 31))
WANDTIJDEN = st.times().map(lambda t: t.replace(second=0, microsecond=0, fold=0))


def bestaat(datum: date, cel: int) -> bool:
    """Whether this wall time comes once on that day."""
    uur = cel // 12
    return not (datum == NAAR_ZOMER and uur == 2) and not (datum == NAAR_WINTER and uur == 2)


@given(DAGEN, st.integers(0, CELLEN_PER_DAG - 1))
def test_een_cel_is_een_wandtijd_ook_als_de_klok_verspringt(datum: date, cel: int) -> None:
    lokaal = moment_van(datum, cel, ZONE).astimezone(ZONE)
    if lokaal.date() == datum and bestaat(datum, cel):
        assert (lokaal.hour, lokaal.minute) == divmod(cel * 5, 60)
    assert moment_van(datum, cel, ZONE).tzinfo is UTC


@pytest.mark.parametrize(
    ("datum", "wand", "utc"),
    [
        (date(2026, 10, 24), time(9), datetime(2026, 10, 24, 7, tzinfo=UTC)),
        (NAAR_WINTER, time(9), datetime(2026, 10, 25, 8, tzinfo=UTC)),
        (NAAR_WINTER, time(1, 55), datetime(2026, 10, 24, 23, 55, tzinfo=UTC)),
        (NAAR_WINTER, time(3), datetime(2026, 10, 25, 2, tzinfo=UTC)),
        (date(2027, 3, 27), time(9), datetime(2027, 3, 27, 8, tzinfo=UTC)),
        (NAAR_ZOMER, time(9), datetime(2027, 3, 28, 7, tzinfo=UTC)),
        (NAAR_ZOMER, time(1, 55), datetime(2027, 3, 28, 0, 55, tzinfo=UTC)),
        (NAAR_ZOMER, time(3), datetime(2027, 3, 28, 1, tzinfo=UTC)),
    ],
)
def test_negen_uur_is_negen_uur(datum: date, wand: time, utc: datetime) -> None:
    assert moment_van(datum, cel_van(wand), ZONE) == utc


@pytest.mark.parametrize(("datum", "uren"), [(NAAR_WINTER, 25), (NAAR_ZOMER, 23), (date(2026, 11, 3), 24)])
def test_een_dag_loopt_van_middernacht_tot_middernacht(datum: date, uren: int) -> None:
    begin, einde = moment_van(datum, 0, ZONE), moment_van(datum, CELLEN_PER_DAG, ZONE)
    assert einde - begin == timedelta(hours=uren)
    assert einde == moment_van(datum + timedelta(days=1), 0, ZONE)


@given(DAGEN, st.integers(0, CELLEN_PER_DAG - 1), st.integers(1, 48))
def test_heen_en_terug_geeft_dezelfde_cellen(datum: date, cel: int, aantal: int) -> None:
    tot = min(cel + aantal, CELLEN_PER_DAG)
    if all(bestaat(datum, c) for c in (cel, tot - 1, tot)):
        begin, einde = moment_van(datum, cel, ZONE), moment_van(datum, tot, ZONE)
        assert cellen_van(begin, einde, datum, ZONE) == (cel, tot)


@given(DAGEN, st.integers(-3000, 3000), st.integers(0, 3000))
def test_cellen_van_blijft_binnen_de_dag_en_mist_geen_minuut(datum: date, start: int, duur: int) -> None:
    begin = moment_van(datum, 0, ZONE) + timedelta(minutes=start)
    eerste, laatste = cellen_van(begin, begin + timedelta(minutes=duur), datum, ZONE)
    assert 0 <= eerste <= laatste <= CELLEN_PER_DAG
    for minuut in range(0, duur, 7):
        lokaal = (begin + timedelta(minutes=minuut)).astimezone(ZONE)
        if lokaal.date() == datum and datum not in {NAAR_WINTER, NAAR_ZOMER}:
            assert eerste <= cel_van(lokaal.time()) < laatste


@given(WANDTIJDEN)
def test_naar_boven_en_naar_beneden_afronden(wand: time) -> None:
    minuten = wand.hour * 60 + wand.minute
    assert cel_van(wand) * 5 <= minuten < (cel_van(wand) + 1) * 5
    if minuten:
        assert (cel_na(wand) - 1) * 5 < minuten <= cel_na(wand) * 5
    else:
        assert cel_na(wand) == CELLEN_PER_DAG


@given(st.integers(0, 1000))
def test_een_duur_past_in_zijn_cellen_en_in_geen_cel_minder(minuten: int) -> None:
    assert (cellen_nodig(minuten) - 1) * 5 < minuten <= cellen_nodig(minuten) * 5


@given(st.integers(0, 300), st.integers(0, 300))
def test_een_masker_heeft_precies_die_cellen(eerste: int, laatste: int) -> None:
    assert {i for i in range(301) if masker(eerste, laatste) >> i & 1} == set(range(eerste, laatste))


@given(st.lists(st.integers(0, 60), min_size=4, max_size=4))
def test_tijdvakken_die_elkaar_raken_overlappen_niet(minuten: list[int]) -> None:
    nul = datetime(2026, 11, 3, 9, tzinfo=UTC)
    a, b, c, d = (nul + timedelta(minutes=m) for m in minuten)
    een, twee = Tijdvak(*sorted((a, b))), Tijdvak(*sorted((c, d)))
    samen = any(
        een.omvat(nul + timedelta(seconds=s)) and twee.omvat(nul + timedelta(seconds=s))
        for s in range(0, 3600, 30)
    )
    if een.begin < een.einde and twee.begin < twee.einde:
        assert een.overlapt(twee) == twee.overlapt(een) == samen


@pytest.mark.parametrize(
    ("datum", "cellen"),
    [
        (NAAR_WINTER, masker(24, 36)),
        (NAAR_ZOMER, masker(24, 36)),
        (date(2026, 10, 26), 0),
        (date(2027, 3, 27), 0),
    ],
)
def test_het_uur_van_twee_tot_drie_telt_niet_mee_in_de_nacht_van_de_klok(datum: date, cellen: int) -> None:
    assert wisselcellen(datum, ZONE) == cellen
