"""Where it fits and who takes it, judged by looking at every cell, employee and balie one by one."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from afspraken.rules.beschikbaarheid import cellen_in
from afspraken.rules.duur import Deel
from afspraken.rules.herschikking import herschik
from afspraken.rules.plaatsing import Dagaanbod, Keuze, Plek, Werker, passende_starts
from afspraken.rules.vraag import Vraag
from toegankelijkheid.rules.vereisten import Vereisten

CELLEN = 16
DINSDAG = date(2026, 11, 3)
Geval = tuple[Dagaanbod, Vraag]
VOL = (1 << CELLEN) - 1
GEEN: frozenset[str] = frozenset()
NGT, DEMENTIE, VERLAAGD, STIL = (frozenset({wat}) for wat in ("ngt", "dementie", "verlaagd", "stil"))


def kies(dag: Dagaanbod, vraag: Vraag, nodig: frozenset[str], cel: int) -> Keuze | None:
    """Place it on a day on which nothing stands that could move."""
    gevonden = herschik(dag, (), vraag, nodig, cel)
    assert gevonden is None or gevonden.wissels == ()
    return gevonden.keuze if gevonden else None


def zonder(taken: list[tuple[int, int]]) -> int:
    """A day of which some stretches (begin, length) are taken."""
    vrij = VOL
    for begin, lengte in taken:
        vrij &= ~(((1 << lengte) - 1) << begin)
    return vrij


# Random bits almost never leave room: real days have few and long stretches.
STUKKEN = st.lists(st.tuples(st.integers(0, CELLEN - 1), st.integers(1, 5)), max_size=2)
MASKERS = st.just(VOL) | STUKKEN.map(zonder)


def werkers(*pakketten: set[int]) -> st.SearchStrategy[tuple[Werker, ...]]:
    """Some employees, each with one of these sets of products."""
    een = st.builds(
        Werker,
        inzet_id=st.integers(1, 99),
        medewerker_id=st.integers(1, 99),
        vrij=MASKERS,
        producten=st.sampled_from([frozenset(pakket) for pakket in pakketten]),
        specialismen=st.sampled_from([GEEN, NGT, NGT | DEMENTIE]),
    )
    uniek = (lambda w: w.medewerker_id, lambda w: w.inzet_id)
    return st.lists(een, min_size=1, max_size=4, unique_by=uniek).map(tuple)


PLEKKEN = st.lists(
    st.builds(
        Plek,
        balie_id=st.integers(1, 99),
        vrij=MASKERS,
        voorzieningen=st.sampled_from([GEEN, VERLAAGD, VERLAAGD | STIL]),
        is_rij=st.sampled_from([False, False, False, True]),
        stuk=st.lists(
            st.tuples(st.sampled_from(["verlaagd", "stil"]), STUKKEN.map(lambda s: VOL & ~zonder(s))),
            max_size=1,
        ).map(tuple),
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda p: p.balie_id,
).map(tuple)


def dagen(wie: st.SearchStrategy[tuple[Werker, ...]]) -> st.SearchStrategy[Dagaanbod]:
    """Days on which these work."""
    return st.builds(Dagaanbod, datum=st.just(DINSDAG), open=MASKERS, werkers=wie, plekken=PLEKKEN)


def vragen(*producten: int, minstens: int = 1) -> st.SearchStrategy[Vraag]:
    """Questions for one to three parts of these products."""
    rij = st.lists(
        st.tuples(st.sampled_from(producten), st.sampled_from([5, 10, 15])), min_size=minstens, max_size=3
    )
    vereisten = st.builds(
        Vereisten,
        specialismen=st.sampled_from([GEEN, GEEN, NGT, DEMENTIE]),
        balie=st.just(GEEN),
        gebouw=st.just(GEEN),
        extra_minuten=st.sampled_from([0, 5]),
        roepwijze=st.just("scherm"),
        bestellingen=st.just(()),
    )
    delen = rij.map(lambda r: tuple(Deel(p, i, "", m) for i, (p, m) in enumerate(sorted(r))))
    return st.builds(Vraag, delen=delen, vereisten=vereisten)


NODIG = st.sampled_from([GEEN, GEEN, VERLAAGD, VERLAAGD | STIL])
# The second kind: nobody masters both products, so that two must follow each other.
GEVALLEN = st.tuples(dagen(werkers({1}, {2}, {1, 3}, {1, 2, 3})), vragen(1, 2, 3)) | st.tuples(
    dagen(werkers({1}, {2})), vragen(1, 2, minstens=2)
)


def vrij(mask: int, cel: int, cellen: int) -> bool:
    """Whether each cell is free."""
    return all(mask >> i & 1 for i in range(cel, cel + cellen))


def balie_kan(plek: Plek, dag: Dagaanbod, nodig: frozenset[str], cel: int, cellen: int) -> bool:
    """Whether this balie holds the whole appointment with everything that is needed in working order."""
    heel = all(not stuk >> i & 1 for wat, stuk in plek.stuk if wat in nodig for i in range(cel, cel + cellen))
    return (
        not plek.is_rij and nodig <= plek.voorzieningen and heel and vrij(plek.vrij & dag.open, cel, cellen)
    )


def kan(werker: Werker, dag: Dagaanbod, vraag: Vraag, producten: set[int]) -> bool:
    """Whether the employee may do all of this."""
    return producten <= werker.producten and vraag.vereisten.specialismen <= werker.specialismen


def bezetting_klopt(dag: Dagaanbod, vraag: Vraag, werkers: tuple[Werker, ...], cel: int) -> bool:
    """Whether each part is done by somebody who can, and is free all of its cells."""
    for deel, werker, cellen in zip(vraag.delen, werkers, vraag.cellen_per_deel(), strict=True):
        if not kan(werker, dag, vraag, {deel.product_id}) or not vrij(werker.vrij & dag.open, cel, cellen):
            return False
        cel += cellen
    return True


def past(dag: Dagaanbod, vraag: Vraag, nodig: frozenset[str], cel: int) -> bool:
    """The judge: one employee for all; only when nobody masters everything, two one after the other."""
    if not any(balie_kan(p, dag, nodig, cel, vraag.cellen) for p in dag.plekken):
        return False
    alles = set(vraag.product_ids)
    ieder = [w for w in dag.werkers if kan(w, dag, vraag, alles)]
    if ieder:
        return any(bezetting_klopt(dag, vraag, (w,) * len(vraag.delen), cel) for w in ieder)
    return any(
        bezetting_klopt(dag, vraag, (een,) * grens + (twee,) * (len(vraag.delen) - grens), cel)
        for grens in range(1, len(vraag.delen))
        if vraag.delen[grens - 1].product_id != vraag.delen[grens].product_id
        for een in dag.werkers
        for twee in dag.werkers
        if kan(een, dag, vraag, {d.product_id for d in vraag.delen[:grens]})
        if kan(twee, dag, vraag, {d.product_id for d in vraag.delen[grens:]})
    )


@settings(max_examples=400)
@given(GEVALLEN, NODIG)
def test_een_tijd_wordt_getoond_precies_waar_het_past(geval: Geval, nodig: frozenset[str]) -> None:
    dag, vraag = geval
    alle, net = passende_starts(dag, vraag, nodig)
    assert set(cellen_in(alle)) == {cel for cel in range(CELLEN) if past(dag, vraag, nodig, cel)}
    assert net & ~alle == 0


@settings(max_examples=400)
@given(GEVALLEN, NODIG)
def test_wie_kiest_vindt_iemand_precies_waar_een_tijd_wordt_getoond(
    geval: Geval, nodig: frozenset[str]
) -> None:
    dag, vraag = geval
    alle, _ = passende_starts(dag, vraag, nodig)
    keuzes = {cel: kies(dag, vraag, nodig, cel) for cel in range(CELLEN)}
    assert {cel for cel, keuze in keuzes.items() if keuze} == set(cellen_in(alle))
    for cel, keuze in keuzes.items():
        if keuze:
            keuze_klopt(dag, vraag, nodig, cel, keuze)


def keuze_klopt(dag: Dagaanbod, vraag: Vraag, nodig: frozenset[str], cel: int, keuze: Keuze) -> None:
    """Who was chosen can do it, is free, and at most two people are needed."""
    (balie,) = [p for p in dag.plekken if p.balie_id == keuze.balie_id]
    assert balie_kan(balie, dag, nodig, cel, vraag.cellen)
    assert bezetting_klopt(dag, vraag, keuze.werkers, cel)
    assert len({w.medewerker_id for w in keuze.werkers}) <= 2


def test_een_dag_met_twee_halve_krachten_wordt_gesplitst() -> None:
    """The random days above do hold such a case; this is the one to read."""
    werkers = (
        Werker(1, 11, 0b0000_1111, frozenset({1}), GEEN),
        Werker(2, 22, 0b1111_1100, frozenset({2}), GEEN),
    )
    dag = Dagaanbod(DINSDAG, 0b1111_1111, werkers, (Plek(5, VOL, GEEN, is_rij=False),))
    vraag = Vraag((Deel(1, 0, "", 10), Deel(2, 0, "", 15)))

    assert list(cellen_in(passende_starts(dag, vraag, GEEN)[0])) == [0, 1, 2]
    assert kies(dag, vraag, GEEN, 2) == Keuze(werkers, 5)
    assert kies(dag, vraag, GEEN, 3) is None


@given(GEVALLEN, NODIG)
def test_wat_dicht_is_wordt_nooit_getoond(geval: Geval, nodig: frozenset[str]) -> None:
    dag, vraag = geval
    dicht = Dagaanbod(dag.datum, 0, dag.werkers, dag.plekken)
    assert passende_starts(dicht, vraag, nodig) == (0, 0)
    assert kies(dicht, vraag, nodig, 0) is None
