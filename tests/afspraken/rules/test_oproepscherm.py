"""Every call stands large for half a minute; what has no place yet is in the list, and nothing is lost."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afspraken.rules.oproepscherm import GROOT, LIJST, PLAATSEN, Geroepen, oproepscherm_van

NUL = datetime(2026, 11, 3, 8, 0, tzinfo=UTC)


def om(seconde: float) -> datetime:
    return NUL + timedelta(seconds=seconde)


def stand(nu: float, **oproepen: float | tuple[float, int]) -> tuple[str, str]:
    """``B1=5``: B1 was called at second 5. Return the large ones and the list, as words."""
    rijen = [
        Geroepen(naam, *((wat[1], "nl", om(wat[0])) if isinstance(wat, tuple) else (1, "nl", om(wat))))
        for naam, wat in oproepen.items()
    ]
    scherm = oproepscherm_van(rijen, om(nu))
    return " ".join(o.nummer for o in scherm.groot), " ".join(o.nummer for o in scherm.lijst)


@pytest.mark.parametrize(
    ("wat", "nu", "oproepen", "groot", "lijst"),
    [
        ("niemand", 0, {}, "", ""),
        ("een", 10, {"B1": 0}, "B1", ""),
        ("een nieuwe naast wie nog geen halve minuut staat", 20, {"B1": 0, "B2": 15}, "B2 B1", ""),
        ("na een halve minuut naar de lijst", 31, {"B1": 0, "B2": 15}, "B2", "B1"),
        ("de laatste blijft staan", 300, {"B1": 0, "B2": 15}, "B2", "B1"),
        ("maar niet als nu wat lang geleden was", 616, {"B1": 0, "B2": 15}, "", "B2 B1"),
        ("vier naast elkaar", 9, {"B1": 0, "B2": 1, "B3": 2, "B4": 3}, "B4 B3 B2 B1", ""),
        (
            "de vijfde wacht in de lijst",
            9,
            {"B1": 0, "B2": 1, "B3": 2, "B4": 3, "B5": 4},
            "B4 B3 B2 B1",
            "B5",
        ),
        ("en is dan zelf groot", 31, {"B1": 0, "B2": 1, "B3": 2, "B4": 3, "B5": 4}, "B5 B4 B3", "B2 B1"),
        (
            "een hele halve minuut lang",
            59,
            {"B1": 0, "B2": 1, "B3": 2, "B4": 3, "B5": 4},
            "B5",
            "B4 B3 B2 B1",
        ),
    ],
)
def test_wie_groot_staat_en_wie_in_de_lijst(wat, nu, oproepen, groot, lijst):
    assert stand(nu, **oproepen) == (groot, lijst), wat


def test_een_nummer_staat_er_een_keer_met_de_laatste_balie():
    rijen = [Geroepen("B 1", 3, "nl", om(0)), Geroepen("B 1", 7, "nl", om(60))]
    scherm = oproepscherm_van(rijen, om(70))
    assert [(o.nummer, o.balie) for o in scherm.groot] == [("B 1", 7)]
    assert scherm.lijst == ()


def test_wie_nog_eens_geroepen_wordt_houdt_zijn_plaats_en_weer_een_halve_minuut():
    rijen = [Geroepen(f"B {i}", i, "nl", om(i)) for i in range(1, 6)]
    rijen.append(Geroepen("B 1", 1, "nl", om(20)))
    assert [o.nummer for o in oproepscherm_van(rijen, om(21)).groot] == ["B 1", "B 4", "B 3", "B 2"]
    assert "B 1" in [o.nummer for o in oproepscherm_van(rijen, om(49)).groot]


def test_de_lijst_is_kort_maar_wie_op_een_plaats_wacht_staat_er_altijd_in():
    rustig = [Geroepen(f"A {i}", 1, "nl", om(i * 40)) for i in range(12)]
    assert len(oproepscherm_van(rustig, om(500)).lijst) == LIJST
    druk = [Geroepen(f"A {i}", 1, "nl", om(i / 10)) for i in range(20)]
    assert len(oproepscherm_van(druk, om(2)).lijst) == 20 - PLAATSEN


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(0, 120)), max_size=25))
def test_elke_oproep_staat_een_halve_minuut_groot(geroepen):
    """Whatever comes after it: from the first second that it is large, until half a minute later."""
    laatste = {f"B {nummer}": op for nummer, op in sorted(geroepen, key=lambda g: g[1])}
    rijen = [Geroepen(nummer, 1, "nl", om(op)) for nummer, op in laatste.items()]
    gezien: dict[str, int] = {}
    for nu in range(0, 400, 5):
        scherm = oproepscherm_van([r for r in rijen if r.op <= om(nu)], om(nu))
        assert len(scherm.groot) <= PLAATSEN
        for oproep in scherm.groot:
            gezien[oproep.nummer] = gezien.get(oproep.nummer, 0) + 5
        op_scherm = {o.nummer for o in (*scherm.groot, *scherm.lijst)}
        assert {n for n, op in laatste.items() if om(op) <= om(nu) < om(op) + GROOT} <= op_scherm
    assert all(gezien[nummer] >= GROOT.total_seconds() for nummer in laatste)


def test_zonder_de_wachtrij_van_plaatsen_verdwijnt_er_wel_iemand():
    """The control: the four newest, as a simple screen would do it."""
    rijen = [Geroepen(f"B {i}", i, "nl", om(i)) for i in range(1, 9)]
    eenvoudig = {r.nummer for nu in range(0, 60, 5) for r in [r for r in rijen if r.op <= om(nu)][-PLAATSEN:]}
    lang_genoeg = [
        nummer
        for nummer in eenvoudig
        if sum(
            5
            for nu in range(0, 60, 5)
            if nummer in {r.nummer for r in [r for r in rijen if r.op <= om(nu)][-PLAATSEN:]}
        )
        >= 30
    ]
    assert set(lang_genoeg) != {r.nummer for r in rijen}
