"""Ten balies press "Volgende" at the same moment: nobody is skipped, doubled, or called out of turn."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tests.gelijktijdig.databank import eigen_databank
from tests.gelijktijdig.ploeg import Ploeg, Uitkomst
from tests.gelijktijdig.test_een_plek import een_code

pytestmark = pytest.mark.gelijktijdig
HIER = "tests.gelijktijdig.balie:"
BALIES = 10
BONT = 80
RONDES = 5


@pytest.fixture(scope="module")
def balies(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ploeg]:
    """One process per balie, on a database of their own."""
    with eigen_databank(tmp_path_factory.mktemp("balies")) as url:
        # Ten connections fit beside another crew.
        ploeg = Ploeg(BALIES, url, is_server_gedeeld=False)
        yield ploeg
        ploeg.naar_huis()


def hal(balies: Ploeg, wachtenden: int) -> tuple[str, list[str]]:
    """Build an office of its own; return its code, and the tickets in the order of their promises."""
    kantoor = een_code()
    gegevens = {"kantoor": kantoor, "balies": BALIES, "wachtenden": wachtenden, "zaad": 7}
    return kantoor, balies.een(f"{HIER}bouw_hal", **gegevens)


def allen(balies: Ploeg, taak: str, kantoor: str, **anders: object) -> list[Uitkomst]:
    """Have every balie do this at the same moment."""
    gegevens = [{"kantoor": kantoor, "balie": i + 1, **anders} for i in range(BALIES)]
    return balies.samen([(f"{HIER}{taak}", wat) for wat in gegevens])


def toets_leeg(balies: Ploeg, wachtenden: int) -> None:
    kantoor, op_volgorde = hal(balies, wachtenden)

    uitkomsten = allen(balies, "werk_tot_leeg", kantoor)

    assert [u.fout or u.weigering for u in uitkomsten if u.fout or u.weigering] == []
    assert balies.een(f"{HIER}oproeplijst", kantoor=kantoor) == op_volgorde
    geholpen = [nummer for uitkomst in uitkomsten for nummer in uitkomst.uit]
    assert sorted(geholpen) == sorted(op_volgorde)
    assert balies.een(f"{HIER}standen", kantoor=kantoor) == {"afgerond": wachtenden}


def test_tien_balies_roepen_een_volle_hal_op_volgorde_en_ieder_een_keer(balies: Ploeg) -> None:
    toets_leeg(balies, 200)


@pytest.mark.alles
def test_tien_balies_roepen_duizend_nummers_op_volgorde_en_ieder_een_keer(balies: Ploeg) -> None:
    toets_leeg(balies, 1000)


def test_elke_oproep_is_die_van_de_regel_met_wie_er_toen_wachtte_en_vrij_was(balies: Ploeg) -> None:
    kantoor, op_volgorde = hal(balies, BONT)
    balies.een(f"{HIER}maak_bont", kantoor=kantoor, zaad=11)

    uitkomsten = allen(balies, "werk_tot_leeg", kantoor)

    assert [u.fout or u.weigering for u in uitkomsten if u.fout or u.weigering] == []
    gespeeld = balies.een(f"{HIER}naspelen", kantoor=kantoor)
    assert len(gespeeld) == BONT
    assert [geroepen for geroepen, _ in gespeeld] == [regel for _, regel in gespeeld]
    # Not everybody can help everybody: this is more than the order of the promises.
    assert balies.een(f"{HIER}oproeplijst", kantoor=kantoor) != op_volgorde


def test_op_hetzelfde_moment_gedrukt_krijgt_elke_balie_een_ander(balies: Ploeg) -> None:
    kantoor, op_volgorde = hal(balies, 40)

    uitkomsten = allen(balies, "druk", kantoor)

    assert [u.fout or u.weigering for u in uitkomsten if u.fout or u.weigering] == []
    assert sorted(u.uit[0] for u in uitkomsten) == sorted(op_volgorde[:BALIES])


def test_twee_keer_drukken_aan_een_balie_is_tegelijk_ook_een_oproep(balies: Ploeg) -> None:
    kantoor, op_volgorde = hal(balies, 20)

    uitkomsten = balies.samen([(f"{HIER}druk", {"kantoor": kantoor, "balie": 1})] * BALIES)

    assert {u.uit[0] for u in uitkomsten} == {op_volgorde[0]}
    assert [u.uit[1] for u in uitkomsten].count(True) == 1
    assert balies.een(f"{HIER}oproeplijst", kantoor=kantoor) == op_volgorde[:1]


def test_wie_op_veel_plekken_tegelijk_gaat_zitten_zit_op_een_plek(balies: Ploeg) -> None:
    kantoren = [een_code(), een_code()]
    for kantoor in kantoren:
        balies.een("bouw", kantoor=kantoor, plaatsen=BALIES)
    for _ in range(RONDES):
        plekken = [{"kantoor": kantoren[i % 2], "van": kantoren[0], "balie": i + 1} for i in range(BALIES)]

        uitkomsten = balies.samen([(f"{HIER}ga_zitten", plek) for plek in plekken])

        assert [u.fout or u.weigering for u in uitkomsten if u.fout or u.weigering] == []
        assert balies.een(f"{HIER}open_werkplekken", van=kantoren[0]) == 1


@pytest.mark.postgresql
def test_controle_zonder_slot_op_de_medewerker_zit_iemand_op_twee_plekken_of_valt_het_om(
    balies: Ploeg,
) -> None:
    """On SQLite one sits down at a time, whatever is locked."""
    kantoren = [een_code(), een_code()]
    for kantoor in kantoren:
        balies.een("bouw", kantoor=kantoor, plaatsen=1)
    plekken = [{"kantoor": kantoor, "van": kantoren[0], "balie": 1} for kantoor in kantoren]

    uitkomsten = balies.samen([(f"{HIER}ga_zitten_zonder_slot", plek) for plek in plekken])

    assert ["werkplek_een_per_medewerker" in u.fout for u in uitkomsten].count(True) == 1


def test_controle_wie_voor_het_slot_kiest_roept_een_bezoeker_naar_veel_balies(balies: Ploeg) -> None:
    kantoor, op_volgorde = hal(balies, 40)

    uitkomsten = allen(balies, "druk_zonder_slot", kantoor, besluit_om=time.time() + 5)

    assert [u.fout for u in uitkomsten if u.fout] == []
    geroepen = balies.een(f"{HIER}oproeplijst", kantoor=kantoor)
    assert geroepen.count(op_volgorde[0]) > 1
