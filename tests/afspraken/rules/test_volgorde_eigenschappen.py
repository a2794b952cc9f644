"""What holds for every queue, drawn at random."""

from __future__ import annotations

from itertools import combinations
from random import Random
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from afspraken.rules.belofte import uiterste_van, vroegste_van
from afspraken.rules.volgorde import verdeel, volgende
from afspraken.rules.vooruitzien import GEDULD, VOORUIT
from afspraken.rules.wachtrij import Plaats, Verwacht, Wachtende

NU = 36_000.0
PRODUCTEN = st.frozensets(st.integers(1, 4), min_size=1, max_size=4)
SPECIALISMEN = st.frozensets(st.sampled_from(["communicatie", "begrijpelijk"]), max_size=2)
WEINIG = st.sampled_from([frozenset[str]()] * 4 + [frozenset({"communicatie"})])
BALIES = st.sampled_from([frozenset[str]()] * 4 + [frozenset({"verlaagde_balie"})])
TALEN = st.sampled_from(["nl", "ar"])


@st.composite
def inlopers(draw: st.DrawFn, nummer: int) -> Wachtende:
    aankomst = NU - draw(st.integers(0, 30)) * 60
    return Wachtende(
        id=UUID(int=nummer),
        letter="B",
        nummer=nummer,
        product_ids=draw(st.sampled_from([frozenset({1}), frozenset({2}), frozenset({1, 3})])),
        minuten=10.0,
        specialismen=draw(WEINIG),
        voorzieningen=draw(BALIES),
        spreektaal=draw(TALEN),
        vroegste=aankomst,
        uiterste=aankomst + 15 * 60,
    )


@st.composite
def afspraken(draw: st.DrawFn, nummer: int) -> Wachtende:
    begin = NU + draw(st.integers(-10, 15)) * 60
    specialismen = draw(WEINIG)
    return Wachtende(
        id=UUID(int=nummer),
        letter="A",
        nummer=nummer,
        product_ids=draw(st.sampled_from([frozenset({1}), frozenset({2})])),
        minuten=draw(st.sampled_from([5.0, 15.0])),
        specialismen=specialismen,
        voorzieningen=draw(BALIES),
        balie_id=draw(st.none() | st.integers(1, 5)),
        vroegste=vroegste_van(begin),
        uiterste=uiterste_van(begin, specialismen),
        begin=begin,
        is_afspraak=True,
    )


@st.composite
def komenden(draw: st.DrawFn, nummer: int) -> Verwacht:
    return Verwacht(
        id=UUID(int=nummer),
        product_ids=frozenset({1}),
        minuten=10.0,
        specialismen=draw(WEINIG),
        voorzieningen=draw(BALIES),
        begin=NU + draw(st.integers(-10, 30)) * 60,
    )


@st.composite
def plaatsen_(draw: st.DrawFn, nummer: int) -> Plaats:
    vrij = draw(st.booleans())
    return Plaats(
        werkplek_id=nummer,
        medewerker_id=nummer,
        balie_id=nummer,
        product_ids=draw(PRODUCTEN),
        specialismen=draw(SPECIALISMEN),
        talen=frozenset({"nl", draw(TALEN)}),
        voorzieningen=draw(BALIES),
        vrij=vrij,
        klaar_verwacht=None if vrij else NU + draw(st.integers(0, 20)) * 60,
    )


@st.composite
def kantoren(draw: st.DrawFn) -> tuple[list[Wachtende], list[Plaats], list[Verwacht]]:
    inloop = [draw(inlopers(n)) for n in range(draw(st.integers(0, 6)))]
    # Numbers are given out in order of arrival.
    inloop.sort(key=lambda wie: wie.vroegste)
    inloop = [_genummerd(wie, n) for n, wie in enumerate(inloop)]
    op_afspraak = [draw(afspraken(n)) for n in range(100, 100 + draw(st.integers(0, 4)))]
    plaatsen = [draw(plaatsen_(n)) for n in range(1, 1 + draw(st.integers(1, 5)))]
    straks = [draw(komenden(n)) for n in range(200, 200 + draw(st.integers(0, 3)))]
    return [*inloop, *op_afspraak], plaatsen, straks


def _genummerd(wie: Wachtende, nummer: int) -> Wachtende:
    velden = {veld: getattr(wie, veld) for veld in wie.__dataclass_fields__}
    return Wachtende(**velden | {"nummer": nummer, "id": UUID(int=nummer)})


def _zelfde_vraag(een: Wachtende, ander: Wachtende) -> bool:
    velden = ("product_ids", "specialismen", "voorzieningen", "spreektaal", "minuten", "is_afspraak")
    return all(getattr(een, veld) == getattr(ander, veld) for veld in velden)


@given(kantoren(), st.randoms(use_true_random=False))
def test_dezelfde_stand_geeft_dezelfde_keuze_in_welke_volgorde_die_ook_gelezen_is(kantoor, toeval: Random):
    wie, plaatsen, straks = kantoor
    eerst = volgende(wie, plaatsen, plaatsen[0], straks, NU)
    gehusseld = [toeval.sample(deel, len(deel)) for deel in kantoor]
    assert volgende(gehusseld[0], gehusseld[1], plaatsen[0], gehusseld[2], NU) == eerst


@given(kantoren())
def test_niemand_komt_bij_een_medewerker_of_balie_die_niet_past_of_te_vroeg(kantoor):
    wie, plaatsen, straks = kantoor
    op_id = {deel.id: deel for deel in wie}
    for plek in plaatsen:
        keuze = volgende(wie, plaatsen, plek, straks, NU)
        if keuze is not None:
            gekozen = op_id[keuze.wachtende_id]
            assert gekozen.product_ids <= plek.product_ids
            assert gekozen.specialismen <= plek.specialismen
            assert gekozen.voorzieningen <= plek.voorzieningen
            assert gekozen.vroegste <= NU


@given(kantoren())
def test_van_twee_inlopers_die_hetzelfde_nodig_hebben_gaat_de_eerste_voor(kantoor):
    wie, plaatsen, straks = kantoor
    inloop = [deel for deel in wie if not deel.is_afspraak]
    for plek in plaatsen:
        keuze = volgende(wie, plaatsen, plek, straks, NU)
        for eerder, later in combinations(inloop, 2):
            if keuze is not None and _zelfde_vraag(eerder, later):
                assert keuze.wachtende_id != later.id, (eerder, later)


@given(kantoren())
def test_wie_vraagt_krijgt_iemand_tenzij_de_plaats_wordt_vrijgehouden(kantoor):
    wie, plaatsen, straks = kantoor
    for plek in plaatsen:
        kandidaten = [deel for deel in wie if plek.past(deel) and deel.vroegste <= NU]
        if kandidaten and volgende(wie, plaatsen, plek, straks, NU) is None:
            assert not any(deel.heeft_eisen for deel in kandidaten)
            assert any(
                komt.heeft_eisen and plek.past(komt) and -GEDULD < komt.begin - NU <= VOORUIT
                for komt in straks
            )


@given(kantoren())
def test_na_het_verdelen_is_er_geen_vrije_die_nog_iemand_mag_helpen(kantoor):
    wie, plaatsen, _ = kantoor
    uit = verdeel(wie, plaatsen, [], NU)
    geroepen, werkplekken = {keuze.wachtende_id for _, keuze in uit}, {werkplek for werkplek, _ in uit}
    assert len(geroepen) == len(werkplekken) == len(uit)
    over = [deel for deel in wie if deel.id not in geroepen and deel.vroegste <= NU]
    for plek in plaatsen:
        if plek.vrij and plek.werkplek_id not in werkplekken:
            gewoon = [deel for deel in over if plek.past(deel)]
            # Only look-ahead for who is here already may keep a place from an ordinary visit.
            assert not gewoon or any(deel.is_afspraak and deel.heeft_eisen for deel in wie)


@given(kantoren())
def test_niemand_wordt_eeuwig_overgeslagen(kantoor):
    """With one place after the other asking, everybody whom somebody can serve is called."""
    wie, plaatsen, straks = kantoor
    wachtend = {deel.id: deel for deel in wie}
    later = NU + 3600
    for _ in range(len(wie)):
        for plek in plaatsen:
            keuze = volgende(list(wachtend.values()), plaatsen, plek, straks, later)
            if keuze is not None:
                del wachtend[keuze.wachtende_id]
    assert not [deel for deel in wachtend.values() if any(plek.past(deel) for plek in plaatsen)]


@given(kantoren())
def test_wie_over_de_uiterste_tijd_is_gaat_voor_iedereen_die_later_beloofd_is(kantoor):
    """Passing over for a free colleague ends at the latest call time; only a scarce place is kept longer."""
    wie, plaatsen, _ = kantoor
    gewoon = [deel for deel in wie if not deel.heeft_eisen]
    for plek in plaatsen:
        kan = [deel for deel in gewoon if plek.past(deel) and deel.vroegste <= NU]
        te_laat = min((deel.uiterste for deel in kan if deel.uiterste <= NU), default=None)
        keuze = volgende(gewoon, plaatsen, plek, [], NU)
        if te_laat is not None and keuze is not None:
            gekozen = next(deel for deel in gewoon if deel.id == keuze.wachtende_id)
            assert gekozen.uiterste == te_laat
