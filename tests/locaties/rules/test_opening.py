"""When an office is open: weekly rows, extra hours, closures, holidays."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locaties.rules.opening import Dagregel, Gesloten, Weekregel, open_cellen
from locaties.rules.tijdvak import masker
from locaties.rules.werkdagen import is_feestdag

DINSDAG = date(2026, 11, 3)
KERST = date(2026, 12, 25)
NEGEN_TOT_TWAALF = masker(9 * 12, 12 * 12)
GEEN: frozenset[str] = frozenset()


def een_week(van: time = time(9), tot: time = time(12), **velden: object) -> list[Weekregel]:
    """The same hours on every day of the week."""
    return [Weekregel(dag, van, tot, **velden) for dag in range(7)]  # type: ignore[arg-type]


def cellen(mask: int) -> set[int]:
    return {i for i in range(mask.bit_length()) if mask >> i & 1}


def test_een_gewone_dag_volgt_de_week() -> None:
    week = [Weekregel(1, time(9), time(12)), Weekregel(2, time(13), time(16))]
    assert open_cellen(DINSDAG, week, (), (), GEEN) == NEGEN_TOT_TWAALF


@given(st.dates(date(2026, 1, 1), date(2030, 12, 31)))
def test_op_een_feestdag_is_het_dicht_tenzij_er_extra_uren_zijn(datum: date) -> None:
    extra = [Dagregel(datum, time(13), time(14))]
    gewoon = 0 if is_feestdag(datum) else NEGEN_TOT_TWAALF
    assert open_cellen(datum, een_week(), (), (), GEEN) == gewoon
    assert open_cellen(datum, een_week(), extra, (), GEEN) == gewoon | masker(13 * 12, 14 * 12)


def test_een_sluiting_wint_van_alles_en_geldt_tot_en_met() -> None:
    extra = [Dagregel(DINSDAG, time(13), time(14))]
    dicht = [Gesloten(DINSDAG - timedelta(days=1), DINSDAG)]
    assert open_cellen(DINSDAG, een_week(), extra, dicht, GEEN) == 0
    assert open_cellen(DINSDAG + timedelta(days=1), een_week(), (), dicht, GEEN) == NEGEN_TOT_TWAALF


@pytest.mark.parametrize(
    ("van", "tot", "open_"),
    [
        (None, None, True),
        (DINSDAG, DINSDAG, True),
        (DINSDAG + timedelta(days=1), None, False),
        (None, DINSDAG - timedelta(days=1), False),
    ],
)
def test_een_weekregel_geldt_van_tot_en_met(van: date | None, tot: date | None, open_: bool) -> None:
    week = een_week(geldig_van=van, geldig_tot=tot)
    assert bool(open_cellen(DINSDAG, week, (), (), GEEN)) == open_


@pytest.mark.parametrize(
    ("gevraagd", "open_"),
    [({"rijbewijs"}, True), ({"paspoort"}, False), ({"rijbewijs", "paspoort"}, False), (set(), False)],
)
def test_uren_van_een_categorie_gelden_alleen_voor_die_categorie(gevraagd: set[str], open_: bool) -> None:
    week = een_week(categorie="rijbewijs")
    assert bool(open_cellen(DINSDAG, week, (), (), frozenset(gevraagd))) == open_


@given(st.times(), st.times())
def test_elke_open_cel_ligt_helemaal_binnen_de_uren(van: time, tot: time) -> None:
    open_ = open_cellen(DINSDAG, een_week(van, tot), (), (), GEEN)
    begin, einde = van.hour * 60 + van.minute, tot.hour * 60 + tot.minute
    assert cellen(open_) == {c for c in range(288) if begin <= c * 5 and c * 5 + 5 <= einde}
