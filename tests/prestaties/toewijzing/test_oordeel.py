"""What is asked of the judge is right: refusals that could be avoided and not, promises kept and broken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from afspraken.rules.bescherming import GEEN_BESCHERMING, Bescherming
from afspraken.rules.duur import Deel
from afspraken.rules.plaatsing import Dagaanbod, Plek, Werker
from afspraken.rules.vraag import Vraag
from locaties.rules.tijdvak import masker
from toegankelijkheid.rules.vereisten import Vereisten

from .beslissen import Start, de_eerste_de_beste, met_de_regels, onbeschermd
from .boeker import Boeker
from .bovengrens import behoefte_hoogstens
from .dagstand import Dagstand, Plaats
from .oordeel import bovengrens_95, gebroken, had_gepast
from .vraagmaker import Aanvraag, aanvragen
from .wereld import kantoren

OPEN = masker(100, 124)
GEWOON, TOLK = Vereisten(), Vereisten(specialismen=frozenset({"communicatie"}))
LAAG = Vereisten(balie=frozenset({"verlaagde_balie"}))


def aanvraag(nr: int, vereisten: Vereisten = GEWOON, *, minuten: int = 20, cel: int = 100) -> Aanvraag:
    return Aanvraag(nr, 0, -1.0, Vraag((Deel(1, 0, "", minuten),), vereisten), ((0, cel),))


def een_dag(*, balies: int = 2) -> Dagstand:
    """Two hours, two employees (1 is trained) and balies of which 1 is low."""
    werkers = (
        Werker(0, 0, OPEN, frozenset({1}), frozenset()),
        Werker(1, 1, OPEN, frozenset({1}), frozenset({"communicatie"})),
    )
    plekken = tuple(
        Plek(nr, OPEN, LAAG.balie if nr == 1 else frozenset(), is_rij=False) for nr in range(balies)
    )
    return Dagstand(Dagaanbod(date(2026, 11, 2), OPEN, werkers, plekken))


def met(stand: Dagstand, *plaatsen: tuple[Aanvraag, int, int]) -> Dagstand:
    stand.schrijf({a.nr: Plaats(a, a.wensen[0][1], werker, balie) for a, werker, balie in plaatsen})
    return stand


@pytest.mark.parametrize(("werker", "balie", "vereisten"), [(1, 0, TOLK), (0, 1, LAAG)])
def test_een_weigering_die_een_wissel_had_voorkomen(werker, balie, vereisten):
    """Somebody ordinary sits with the trained employee, or at the low balie; the other one is free."""
    stand = met(een_dag(), (aanvraag(1), werker, balie))
    assert had_gepast(stand, aanvraag(2, vereisten), 100, GEEN_BESCHERMING) is True


@pytest.mark.parametrize("vereisten", [TOLK, LAAG])
def test_een_weigering_die_moest(vereisten):
    """Who has the trained employee, or the low balie, needs it as well."""
    stand = met(een_dag(), (aanvraag(1, vereisten), 1, 1))
    assert had_gepast(stand, aanvraag(2, vereisten), 100, GEEN_BESCHERMING) is False


def test_te_weinig_balies_is_ook_vol():
    stand = met(een_dag(balies=1), (aanvraag(1), 0, 0))
    assert had_gepast(stand, aanvraag(2), 100, GEEN_BESCHERMING) is False


def test_bescherming_maakt_een_weigering_terecht_maar_niet_voor_een_behoefte():
    """Employee 0 is taken; six blocks of 20 minutes are free with the trained one, and five must remain."""
    stand = met(een_dag(), (aanvraag(1), 0, 0))
    alles, een_minder = (Bescherming({(0, "communicatie"): y}) for y in (6, 5))
    assert had_gepast(stand, aanvraag(2), 100, alles) is False
    assert had_gepast(stand, aanvraag(2), 100, een_minder) is True
    assert had_gepast(stand, aanvraag(2, TOLK), 100, alles) is True


def test_onder_het_niveau_mag_het_gelijk_blijven():
    """The trained one is fully taken by needs: an ordinary request with the other takes nothing from them."""
    stand = met(een_dag(), (aanvraag(1, TOLK, minuten=120), 1, 1))
    assert had_gepast(stand, aanvraag(2), 100, Bescherming({(0, "communicatie"): 3})) is True


def test_gebroken_ziet_wie_niet_geschoold_is_en_wie_niet_alleen_is():
    assert gebroken(met(een_dag(), (aanvraag(1, TOLK), 1, 0), (aanvraag(2), 0, 1))) == set()
    assert gebroken(met(een_dag(), (aanvraag(1, TOLK), 0, 0))) == {1}
    assert gebroken(met(een_dag(), (aanvraag(1, LAAG), 0, 0))) == {1}
    assert gebroken(met(een_dag(), (aanvraag(1), 0, 0), (aanvraag(2), 0, 1))) == {2}
    assert gebroken(met(een_dag(), (aanvraag(1), 0, 0), (aanvraag(2), 1, 0))) == {2}
    assert gebroken(met(een_dag(), (aanvraag(1, minuten=150), 0, 0))) == {1}


def test_de_controle_weigert_wat_de_regels_met_een_wissel_oplossen():
    stand = met(een_dag(), (aanvraag(1), 1, 1))
    start = Start(
        stand, stand.aanbod(), tuple(stand.blokken.values()), aanvraag(2, TOLK), 100, GEEN_BESCHERMING
    )
    assert de_eerste_de_beste(start) is None
    nieuw = met_de_regels(start)
    assert nieuw is not None
    stand.schrijf(nieuw)
    assert gebroken(stand) == set()
    assert (stand.plaatsen[1].werker, stand.plaatsen[2].werker) == (0, 1)


def test_bovengrens_van_behoeften_telt_wat_er_samen_kan():
    """Office 0 has one trained person: of three at the same time one can be had, of three in a row all."""
    tegelijk = [aanvraag(nr, TOLK, cel=110) for nr in range(3)]
    na_elkaar = [replace(a, wensen=((0, 110 + 4 * a.nr),)) for a in tegelijk]
    assert behoefte_hoogstens(kantoren()[0], tegelijk) == 1
    assert behoefte_hoogstens(kantoren()[0], na_elkaar) == 3


def test_twee_dagen_boeken_breekt_niets_en_telt_iedereen():
    kantoor, fout, geweigerd = kantoren()[0], set(), []
    vraag = aanvragen(kantoor, dagen=2, belasting=1.2, zaad=1)
    boeker = Boeker(
        met_de_regels, onbeschermd, lambda s: fout.update(gebroken(s)), lambda a, _: geweigerd.append(a)
    )
    verloop = boeker.boek(kantoor, vraag, dagen=2)
    assert fout == set()
    assert len(verloop.aangenomen) + len(geweigerd) == len(vraag) == len(verloop.cpu_ms_aanvraag)
    assert len(geweigerd) > 0


def test_bovengrens_van_een_aandeel():
    """Rule of three: nothing found in 300 gives about 1 %; 5 of 100 gives 10.2 % (Clopper-Pearson tables)."""
    assert bovengrens_95(0, 300) == pytest.approx(0.00994, abs=1e-4)
    assert bovengrens_95(5, 100) == pytest.approx(0.1023, abs=1e-3)
    assert bovengrens_95(0, 0) == 1.0
