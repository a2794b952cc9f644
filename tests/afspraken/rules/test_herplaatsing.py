"""Who takes over from somebody who falls out."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from afspraken.rules.blok import Beurt, Blok
from afspraken.rules.herplaatsing import Herplaatsing, herplaats
from afspraken.rules.plaatsing import Dagaanbod, Werker
from locaties.rules.tijdvak import masker

DAG = date(2026, 11, 3)
OCHTEND = masker(108, 144)
ZIEK = 1


def _blok(
    nummer: int, *, cel: int = 120, wie: int = ZIEK, behoefte: bool = False, vast: bool = False, eis: str = ""
) -> Blok:
    beurt = Beurt(cel, 2, frozenset({1}), wie, wie)
    return Blok(UUID(int=nummer), (beurt,), 5, frozenset({eis} - {""}), heeft_behoefte=behoefte, is_vast=vast)


def _werker(
    nummer: int, *, vrij: int = OCHTEND, kan: tuple[int, ...] = (1,), eis: str = "", wie: int = 0
) -> Werker:
    return Werker(nummer, wie or nummer, vrij, frozenset(kan), frozenset({eis} - {""}))


def _herplaats(blokken: list[Blok], *werkers: Werker) -> Herplaatsing:
    dag = Dagaanbod(DAG, OCHTEND, werkers, ())
    weg = [blok for blok in blokken if any(beurt.medewerker_id == ZIEK for beurt in blok.beurten)]
    return herplaats(dag, blokken, weg, ZIEK)


def _wie(uitkomst: Herplaatsing) -> dict[int, int | None]:
    """Who has what afterwards, of all that changed."""
    return {w.blok.afspraak_id.int: w.werkers[0].medewerker_id for w in uitkomst.wissels}


def test_een_vrije_gelijke_neemt_over():
    uitkomst = _herplaats([_blok(1)], _werker(7))
    assert uitkomst.gelukt == frozenset({UUID(int=1)})
    assert _wie(uitkomst) == {1: 7}


def test_wie_het_product_niet_kan_neemt_niet_over():
    assert _herplaats([_blok(1)], _werker(7, kan=(2,))) == Herplaatsing(frozenset(), ())


def test_wie_de_opleiding_niet_heeft_neemt_niet_over():
    assert _wie(_herplaats([_blok(1, eis="communicatie")], _werker(7))) == {}


def test_wie_maar_een_deel_vrij_is_neemt_niet_over():
    assert _wie(_herplaats([_blok(1)], _werker(7, vrij=masker(108, 121)))) == {}


def test_een_collega_krijgt_geen_twee_tegelijk_en_behoeften_gaan_voor():
    assert _wie(_herplaats([_blok(1), _blok(2, behoefte=True)], _werker(7))) == {2: 7}


def test_een_collega_kan_twee_na_elkaar():
    assert _wie(_herplaats([_blok(1), _blok(2, cel=122)], _werker(7))) == {1: 7, 2: 7}


def test_wie_het_minste_keus_heeft_gaat_voor():
    alleen_acht = _blok(2, eis="communicatie")
    uitkomst = _herplaats([_blok(1), alleen_acht], _werker(8, eis="communicatie"), _werker(7))
    assert _wie(uitkomst) == {1: 7, 2: 8}


def test_twee_diensten_van_een_collega_zijn_een_persoon():
    middag = _werker(70, wie=7)
    assert len(_herplaats([_blok(1), _blok(2)], _werker(7), middag).gelukt) == 1


def test_een_collega_schuift_zijn_afspraak_door_om_te_kunnen_overnemen():
    """Only 7 has the training, and is busy with something that 8 can do as well."""
    moeilijk, gewoon = _blok(1, eis="communicatie"), _blok(2, wie=7)
    bezet = OCHTEND & ~masker(120, 122)
    uitkomst = _herplaats([moeilijk, gewoon], _werker(7, vrij=bezet, eis="communicatie"), _werker(8))
    assert uitkomst.gelukt == frozenset({UUID(int=1)})
    assert _wie(uitkomst) == {1: 7, 2: 8}


def test_wie_al_begonnen_is_schuift_niet_door():
    moeilijk, gewoon = _blok(1, eis="communicatie"), _blok(2, wie=7, vast=True)
    bezet = OCHTEND & ~masker(120, 122)
    uitkomst = _herplaats([moeilijk, gewoon], _werker(7, vrij=bezet, eis="communicatie"), _werker(8))
    assert uitkomst == Herplaatsing(frozenset(), ())
