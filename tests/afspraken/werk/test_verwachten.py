"""The forecast beside the messages: due, at rest, never two at once; one office does not stop the rest."""

from __future__ import annotations

import threading

import pytest
from django.db import OperationalError

from afspraken.actions.verwachtingen_bijwerken import verwachtingen_bijwerken
from afspraken.models import Kantoorverwachting, Verwachting, Werklus
from afspraken.werk import verwachten as module
from afspraken.werk.verwachten import Verwachter
from tests.afspraken.werk.conftest import Klokje
from tests.bouwers import Kantoorscene, een_kantoor, op
from tests.dagbouwers import een_inloper, een_werkplek, help_

pytestmark = pytest.mark.django_db


@pytest.fixture
def klok() -> Klokje:
    return Klokje(op("09:31"))


@pytest.fixture
def verwachter(klok: Klokje) -> Verwachter:
    return Verwachter(wie="werker-1", klok=klok)


def test_een_aankomst_heeft_in_de_eerste_ronde_een_verwachting(
    kantoor: Kantoorscene, verwachter: Verwachter
) -> None:
    een_werkplek(kantoor)
    bezoek = een_inloper(kantoor)
    assert verwachter.ronde() == 1
    assert Verwachting.objects.get().bezoek == bezoek
    assert Werklus.objects.filter(naam="verwachtingen").exists()


def test_wat_kort_na_elkaar_verandert_wordt_samen_bekeken(
    kantoor: Kantoorscene, verwachter: Verwachter, klok: Klokje
) -> None:
    een_inloper(kantoor)
    help_(een_werkplek(kantoor), "09:30")
    assert verwachter.ronde() == 1
    for _ in range(3):
        een_inloper(kantoor, "09:31")
        klok.verder(seconds=1)
        assert verwachter.ronde() == 0
    klok.verder(seconds=2)
    assert verwachter.ronde() == 1
    assert Verwachting.objects.count() == 3


def test_zonder_verandering_blijft_het_stil_tot_de_volgende_minuut(
    kantoor: Kantoorscene, verwachter: Verwachter, klok: Klokje
) -> None:
    een_inloper(kantoor)
    help_(een_werkplek(kantoor), "09:30")
    een_inloper(kantoor, "09:31")
    rondes = []
    for _ in range(24):
        rondes.append(verwachter.ronde())
        klok.verder(seconds=5)
    assert sum(rondes) == 2, rondes
    assert (rondes[0], rondes[12]) == (1, 1)


def test_twee_werkers_doen_een_kantoor_een_keer(
    kantoor: Kantoorscene, verwachter: Verwachter, klok: Klokje, monkeypatch: pytest.MonkeyPatch
) -> None:
    een_werkplek(kantoor)
    een_inloper(kantoor)
    ander = Verwachter(wie="werker-2", klok=klok)
    van_de_ander = []

    def tegelijk(**wat: object) -> object:
        monkeypatch.setattr(module, "verwachtingen_bijwerken", verwachtingen_bijwerken)
        klok.verder(seconds=6)
        van_de_ander.append(ander.ronde())
        return verwachtingen_bijwerken(**wat)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "verwachtingen_bijwerken", tegelijk)
    assert verwachter.ronde() == 1
    assert van_de_ander == [0]


def test_wie_halverwege_omvalt_houdt_het_kantoor_niet_lang(
    kantoor: Kantoorscene, verwachter: Verwachter, klok: Klokje, monkeypatch: pytest.MonkeyPatch
) -> None:
    een_werkplek(kantoor)
    een_inloper(kantoor)

    def valt_om(**_wat: object) -> None:
        raise SystemExit

    monkeypatch.setattr(module, "verwachtingen_bijwerken", valt_om)
    with pytest.raises(SystemExit):
        verwachter.ronde()
    monkeypatch.undo()
    ander = Verwachter(wie="werker-2", klok=klok)
    assert ander.ronde() == 0
    klok.verder(seconds=30)
    assert ander.ronde() == 1


def test_een_kantoor_dat_niet_lukt_houdt_de_andere_niet_tegen(
    kantoor: Kantoorscene, verwachter: Verwachter, klok: Klokje, monkeypatch: pytest.MonkeyPatch
) -> None:
    ander = een_kantoor("segbroek")
    een_inloper(kantoor), een_inloper(ander)

    def soms_stuk(*, locatie_id: int, **wat: object) -> object:
        if locatie_id == kantoor.locatie.pk:
            raise KeyError
        return verwachtingen_bijwerken(locatie_id=locatie_id, **wat)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "verwachtingen_bijwerken", soms_stuk)
    assert verwachter.ronde() == 1
    assert Kantoorverwachting.objects.get().locatie == ander.locatie


def test_een_database_die_even_weg_is_wordt_afgewacht(
    verwachter: Verwachter, monkeypatch: pytest.MonkeyPatch
) -> None:
    gestopt = threading.Event()
    beurten = iter([OperationalError("the connection is lost")])

    def ronde() -> int:
        for mis in beurten:
            raise mis
        gestopt.set()
        return 0

    verwachter._kijk_elke = 0
    monkeypatch.setattr(verwachter, "ronde", ronde)
    monkeypatch.setattr(module, "connections", type("Geen", (), {"close_all": staticmethod(lambda: None)}))
    monkeypatch.setattr(module, "close_old_connections", lambda: None)
    verwachter.draai(gestopt)
    assert gestopt.is_set()
