"""Tablets and phones at the same moment: one visit, one number, none doubled and none skipped."""

from __future__ import annotations

import time
from uuid import uuid4

import pytest

from tests.gelijktijdig.ploeg import Ploeg
from tests.gelijktijdig.test_een_plek import een_code

pytestmark = pytest.mark.gelijktijdig
HIER = "tests.gelijktijdig.aankomst:"
TEGELIJK = 12


def test_een_afspraak_op_veel_tablets_en_een_telefoon_is_een_bezoek(ploeg: Ploeg) -> None:
    kantoor = een_code()
    ploeg.een("bouw", kantoor=kantoor, plaatsen=1)
    aanvraag = ploeg.een("aanvraag", kantoor=kantoor)
    code = ploeg.een("boek", aanvraag=aanvraag, kantoor=kantoor, om="10:00", formulier=str(uuid4()))
    rollen = ["host", "burger"] * (TEGELIJK // 2)

    uitkomsten = ploeg.samen([(f"{HIER}meld_aan", {"code": code, "rol": rol}) for rol in rollen])

    assert [u.fout or u.weigering for u in uitkomsten if u.fout or u.weigering] == []
    assert len({tuple(u.uit) for u in uitkomsten}) == 1
    assert ploeg.een(f"{HIER}nummers", kantoor=kantoor) == [["A", 1]]
    assert ploeg.een(f"{HIER}aanmeldingen", kantoor=kantoor) == 1


def test_nummers_tegelijk_gegeven_zijn_op_een_rij_zonder_gat(ploeg: Ploeg) -> None:
    kantoor = een_code()
    ploeg.een("bouw", kantoor=kantoor, plaatsen=1)

    uitkomsten = ploeg.samen([(f"{HIER}schrijf_in", {"kantoor": kantoor})] * TEGELIJK)

    assert [u.fout or u.weigering for u in uitkomsten if u.fout or u.weigering] == []
    assert sorted(u.uit for u in uitkomsten) == list(range(1, TEGELIJK + 1))
    assert ploeg.een(f"{HIER}nummers", kantoor=kantoor) == [["B", i + 1] for i in range(TEGELIJK)]


def test_hetzelfde_formulier_zonder_afspraak_is_tegelijk_ook_een_nummer(ploeg: Ploeg) -> None:
    kantoor, formulier = een_code(), str(uuid4())
    ploeg.een("bouw", kantoor=kantoor, plaatsen=1)
    gegevens = {"kantoor": kantoor, "formulier": formulier}

    uitkomsten = ploeg.samen([(f"{HIER}schrijf_in", gegevens)] * TEGELIJK)

    assert [u.uit for u in uitkomsten] == [1] * TEGELIJK
    assert ploeg.een(f"{HIER}nummers", kantoor=kantoor) == [["B", 1]]


def test_controle_wie_het_nummer_voor_het_slot_leest_geeft_het_dubbel(ploeg: Ploeg) -> None:
    """Without reading under the lock several want the same number; only the constraint still stops them."""
    kantoor = een_code()
    ploeg.een("bouw", kantoor=kantoor, plaatsen=1)
    opdracht = {"kantoor": kantoor, "besluit_om": time.time() + 3}

    uitkomsten = ploeg.samen([(f"{HIER}schrijf_in_zonder_slot", opdracht)] * TEGELIJK)

    dubbel = [u.fout for u in uitkomsten if "IntegrityError" in u.fout]
    assert len(dubbel) == TEGELIJK - 1
    assert ploeg.een(f"{HIER}nummers", kantoor=kantoor) == [["B", 1]]
